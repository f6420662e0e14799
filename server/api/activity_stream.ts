import type { Context } from "hono";
import type { Member } from "../domain/core/actor.ts";
import { DomainError, Unauthenticated } from "../domain/core/errors.ts";
import { parseJson } from "../domain/core/json.ts";
import { perform } from "../domain/core/operation.ts";
import { LARGEST_PAGE } from "../domain/core/page_size.ts";
import { authenticateBearer } from "../domain/authentication/bearer.ts";
import { listActivity, readNewestEntry, START } from "../domain/workspaces/activity.ts";
import { bearerToken, getInterface } from "../http/actor.ts";
import type { Deps, Env } from "../http/env.ts";

/** The topics that can mean new activity of tasks and projects. */
const concerns = /^(task|project):|^(tasks|projects|\*)$/;

/**
 * Streams new activity to a token's holder. The live feed reports when there is news, and the activity list returns the
 * entries that the holder can see at that time.
 * @param asked the parameters of the list: `teamId`, `after`; `Last-Event-ID` takes precedence
 * @throws errors of the list, and of `LiveFeed.open`
 */
export async function streamActivity(
  c: Context<Env>,
  member: Member,
  { after, ...asked }: Record<string, unknown>,
): Promise<Response> {
  const deps = c.get("deps");
  const again = listenerOf(c, deps, member);
  const reader = new HistoryReader(deps, asked, c.req.header("last-event-id") ?? after);
  const body = await deps.live.open(
    { member, expiresAt: undefined, tab: undefined, again },
    undefined,
  );
  try {
    // The feed is open first, so that it reports everything that comes later
    const first = await reader.begin(member);
    const told = streamOf(body, first, { again, reader, logError: deps.logError });
    c.set("streams", true);
    return c.body(told, 200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "vary": "Accept, Authorization, X-Backlog-Agent",
      // Tells a proxy to pass on each event immediately
      "x-accel-buffering": "no",
    });
  } catch (error) {
    await body.cancel();
    throw error;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const ended = "event: ended\ndata: {}\n\n";

/** Rereads the listener. Anyone who lost access gets no more events, whatever the reason. */
function listenerOf(c: Context<Env>, deps: Deps, member: Member) {
  const bearer = {
    token: bearerToken(c)!,
    agentId: c.req.header("x-backlog-agent"),
    unnoticed: true,
  };
  return async () => {
    try {
      return await authenticateBearer(deps, bearer, getInterface(c), member.workspace.id);
    } catch (error) {
      throw error instanceof DomainError ? new Unauthenticated() : error;
    }
  };
}

interface Telling {
  again: ReturnType<typeof listenerOf>;
  reader: HistoryReader;
  logError: Deps["logError"];
}

/**
 * Returns the stream. It reads one page of activity at a time, and only when the client takes it, so that slow clients
 * and long histories need little memory.
 * @param feed reports news @param first the stream's start
 */
function streamOf(
  feed: ReadableStream<Uint8Array<ArrayBuffer>>,
  first: string,
  { again, reader, logError }: Telling,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = feed.getReader();
  let coming: ReturnType<typeof pieces.read> | undefined;
  let isLeft = false;
  const page = async () => {
    const { member } = await again();
    return member ? await reader.read(member) : reader.rest();
  };
  /** Returns the next part, or null at the end. */
  const next = async (): Promise<string | null> => {
    for (;;) {
      coming ??= pieces.read();
      // Also notices its end between pages
      const heard = await (reader.isBehind ? Promise.race([coming, undefined]) : coming);
      if (heard) coming = undefined;
      if (heard?.done) return null;
      const text = heard ? said(decoder.decode(heard.value), reader) : await page();
      if (text !== "") return text;
    }
  };
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(first)),
    async pull(controller) {
      try {
        const text = await next();
        if (isLeft) return;
        if (text === null) controller.close();
        else controller.enqueue(encoder.encode(text));
      } catch (error) {
        if (!(error instanceof DomainError)) logError(error);
        if (isLeft) return;
        if (error instanceof Unauthenticated) controller.enqueue(encoder.encode(ended));
        controller.close();
        await pieces.cancel();
      }
    },
    cancel(why) {
      isLeft = true;
      return pieces.cancel(why);
    },
  }, { highWaterMark: 0 });
}

/** Returns the text for a part of the feed. If the part reports news, the activity is read next. */
function said(piece: string, reader: HistoryReader): string {
  const [, event] = /^event: (\w+)$/m.exec(piece) ?? [];
  if (event === "beat") return ": beat\n\n";
  if (event === "here") return "";
  if (event !== undefined) return piece;
  const { topics } = JSON.parse(/^data: (.*)$/m.exec(piece)![1]!) as { topics: string[] };
  if (topics.some((topic) => concerns.test(topic))) reader.isBehind = true;
  return "";
}

/** Reads activity from a position on. */
class HistoryReader {
  /** The position: the last entry sent, or the last one that wasn't for this listener. */
  #at: string | undefined;
  /** Whether there might be new entries. */
  isBehind = true;

  constructor(
    private readonly deps: Deps,
    private readonly asked: Record<string, unknown>,
    after: unknown,
  ) {
    this.#at = after === undefined ? undefined : String(after);
  }

  /** Returns the start of a stream: its position, to resume from there, and the first new entries. */
  async begin(member: Member): Promise<string> {
    if (this.#at === undefined) {
      const { records } = await perform(this.deps, member, listActivity, {
        ...this.asked,
        limit: 1,
      });
      this.#at = parseJson(records)[0]?.id ?? START;
    }
    const from = this.#at;
    return `retry: 2000\nid: ${from}\nevent: open\ndata: {}\n\n${await this.read(member)}`;
  }

  /** Returns the next page of newer entries, each as an event. */
  async read(member: Member): Promise<string> {
    const newest = await readNewestEntry(this.deps, member);
    const page = await perform(this.deps, member, listActivity, {
      ...this.asked,
      after: this.#at,
      limit: LARGEST_PAGE,
    });
    const entries = parseJson(page.records);
    this.isBehind = page.nextCursor !== null;
    // Skips hidden entries next time
    this.#at = entries.at(-1)?.id ?? newest ?? this.#at;
    return entries.map((entry) => `id: ${entry.id}\ndata: ${JSON.stringify(entry)}\n\n`).join("");
  }

  /** Sends nothing more, because nobody is listening. */
  rest(): string {
    this.isBehind = false;
    return "";
  }
}
