import { setTimeout as delay } from "node:timers/promises";
import { askRaw } from "./client.ts";
import { Failure, Unreached } from "./failure.ts";
import { type Outgoing, read } from "./http.ts";
import { writeError } from "./output.ts";
import type { Settings } from "./settings.ts";

/** The server sends something every 20 seconds, so a longer silence means a lost connection. */
const silence = 60_000;
/** The first and the longest pause before a new request, in milliseconds. Each pause is twice as long as the last. */
const [firstRest, longestRest] = [500, 30_000];
/** Statuses of a server or proxy that is stopping or busy. */
const passing = [408, 429, 500, 502, 503, 504];
/** The maximum length of an event, in characters. */
const longest = 4_000_000;

/** The state of a stream across reconnections. */
interface Line {
  /** The ID of the last event. */
  at: string | undefined;
  rest: number;
  /** Whether the stream was ever open. The first connection isn't retried. */
  opened: boolean;
  /** Whether the lost connection was reported. */
  cut: boolean;
}

/**
 * Yields each event of a stream of the API once, across lost connections and restarts of the server. Never ends.
 * @param rest waits before a new request, in milliseconds
 * @throws Failure if the first connection fails, or the server rejects the request
 */
export async function* follow(
  settings: Settings,
  outgoing: Outgoing,
  rest: (length: number) => Promise<unknown> = delay,
): AsyncGenerator<string> {
  const line: Line = { at: undefined, rest: firstRest, opened: false, cut: false };
  for (;;) {
    using quiet = new Quiet();
    const body = await open(settings, outgoing, line, quiet);
    if (body) yield* heard(body, line, quiet);
    await rest(line.rest * (0.75 + Math.random() / 2));
    line.rest = Math.min(2 * line.rest, longestRest);
  }
}

/** Aborts a silent connection. */
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

/** Opens the stream. @returns undefined if it should be retried */
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
    if (line.cut) writeError(`${baseUrl} can be reached again.`);
    Object.assign(line, { opened: true, cut: false, rest: firstRest });
    return response.body;
  }
  if (line.opened && passing.includes(response.status)) {
    await response.body?.cancel();
    return sayCut(line, baseUrl);
  }
  await read(baseUrl, response);
  throw new Failure(`${baseUrl} doesn't stream changes. The server might be an older version.`);
}

function sayCut(line: Line, baseUrl: string): undefined {
  if (!line.cut) writeError(`${baseUrl} can't be reached. Retrying…`);
  line.cut = true;
}

/** Yields the data of a response's events until it ends or fails. */
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

/** Parses an event's fields. https://html.spec.whatwg.org/multipage/server-sent-events.html */
function fieldsOf(block: string): Partial<Record<"id" | "event" | "data", string>> {
  const fields = block.split(/\r?\n/).map((field) => /^(id|event|data): ?(.*)$/.exec(field));
  return Object.fromEntries(fields.flatMap((found) => found ? [[found[1]!, found[2]!]] : []));
}
