import { setTimeout as delay } from "node:timers/promises";
import { askRaw } from "./client.ts";
import { Failure, Unreached } from "./failure.ts";
import { type Outgoing, read } from "./http.ts";
import { writeError } from "./output.ts";
import type { Settings } from "./settings.ts";

/** The server says that it is there every 20 seconds: what is silent for longer is gone. */
const silence = 60_000;
/** How long it rests before it asks again, in milliseconds: each time twice as long, up to the second. */
const [firstRest, longestRest] = [500, 30_000];
/** What a server that stops or is too busy answers, or whatever stands before it. */
const passing = [408, 429, 500, 502, 503, 504];
/** No event is longer, in characters. */
const longest = 4_000_000;

/** What is known of one stream between its cuts. */
interface Line {
  /** The id of the last event. */
  at: string | undefined;
  rest: number;
  /** Whether it was ever open: what can't be had at first isn't waited for. */
  opened: boolean;
  /** Whether it was said that it is cut. */
  cut: boolean;
}

/**
 * Follows a stream of the API over cuts and restarts of the server: what each event says, once.
 * @returns never by itself
 * @throws Failure when it can't be reached at first, or the server refuses it
 */
export async function* follow(settings: Settings, outgoing: Outgoing): AsyncGenerator<string> {
  const line: Line = { at: undefined, rest: firstRest, opened: false, cut: false };
  for (;;) {
    using quiet = new Quiet();
    const body = await open(settings, outgoing, line, quiet);
    if (body) yield* heard(body, line, quiet);
    await delay(line.rest * (0.75 + Math.random() / 2));
    line.rest = Math.min(2 * line.rest, longestRest);
  }
}

/** Cuts what is silent for too long. */
class Quiet {
  readonly #controller = new AbortController();
  #timer = setTimeout(() => this.#controller.abort(), silence);
  readonly signal = this.#controller.signal;

  hear() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#controller.abort(), silence);
  }

  [Symbol.dispose]() {
    clearTimeout(this.#timer);
    this.#controller.abort();
  }
}

/** @returns undefined where it is to be tried again */
async function open(settings: Settings, outgoing: Outgoing, line: Line, { signal }: Quiet) {
  const baseUrl = settings.baseUrl.value;
  const headers = { accept: "text/event-stream", ...(line.at && { "last-event-id": line.at }) };
  let response: Response;
  try {
    response = await askRaw(settings, { ...outgoing, headers }, signal);
  } catch (error) {
    if (!line.opened || !(error instanceof Unreached)) throw error;
    return sayCut(line, baseUrl);
  }
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && response.body && type.startsWith("text/event-stream")) {
    if (line.cut) writeError(`${baseUrl} is there again.`);
    Object.assign(line, { opened: true, cut: false, rest: firstRest });
    return response.body;
  }
  if (line.opened && passing.includes(response.status)) {
    await response.body?.cancel();
    return sayCut(line, baseUrl);
  }
  await read(baseUrl, response);
  throw new Failure(`${baseUrl} doesn't tell what happens as it does; it may be an older one.`);
}

function sayCut(line: Line, baseUrl: string): undefined {
  if (!line.cut) writeError(`${baseUrl} can't be reached; it is tried again until it can.`);
  line.cut = true;
}

/** What the events of one answer say, up to its end, whichever way that comes. */
async function* heard(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  line: Line,
  quiet: Quiet,
): AsyncGenerator<string> {
  let text = "";
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read().catch(() => ({ value: "", done: true }));
    if (done) return;
    quiet.hear();
    text += value;
    const blocks = text.split(/\r?\n\r?\n/);
    text = blocks.pop()!;
    if (text.length > longest) return;
    for (const block of blocks) {
      const { id, event, data } = fieldsOf(block);
      if (id !== undefined) line.at = id;
      if (event === undefined && data !== undefined) yield data;
    }
  }
}

/** An event's fields. https://html.spec.whatwg.org/multipage/server-sent-events.html */
function fieldsOf(block: string): Partial<Record<"id" | "event" | "data", string>> {
  const fields = block.split(/\r?\n/).map((field) => /^(id|event|data): ?(.*)$/.exec(field));
  return Object.fromEntries(fields.flatMap((found) => found ? [[found[1]!, found[2]!]] : []));
}
