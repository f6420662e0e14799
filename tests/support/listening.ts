import assert from "node:assert/strict";
import type { TestApp } from "./app.ts";

/** What was heard: an event's name, `message` where it has none, and what it says. */
export interface Event {
  event: string;
  id: string | undefined;
  data: { seq?: string; topics?: string[] };
}

/** Somebody's open page, as far as it is told things. */
export interface Ear extends AsyncDisposable {
  /** What was told since this was last asked, once everything that was committed has been. */
  heard(): Promise<Event[]>;
  /** The topics among it, each once. */
  topics(): Promise<string[]>;
  /** How far the stream said last that everything was heard. */
  at(): string | undefined;
  /** Whether the server has ended it. */
  ended(): boolean;
}

/** Opens a stream with a browser's cookie. @param headers besides that: where it left off, say */
export async function listen(
  app: TestApp,
  cookie: string,
  headers: Record<string, string> = {},
): Promise<Ear> {
  const answer = await app.app.request("/workspace/live", { headers: { cookie, ...headers } });
  assert.equal(answer.status, 200, answer.status === 200 ? "" : await answer.text());
  assert.match(answer.headers.get("content-type") ?? "", /^text\/event-stream/);
  return earOf(answer.body!, () => app.live.look());
}

/** @param settled waits for what was committed to be told */
export function earOf(body: ReadableStream<Uint8Array>, settled: () => Promise<void>): Ear {
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    .getReader();
  let text = "";
  let ended = false;
  let at: string | undefined;
  const reading = (async () => {
    for (;;) {
      const { value, done } = await reader.read().catch(() => ({ value: "", done: true }));
      if (done) break;
      text += value;
    }
    ended = true;
  })();
  const take = () => {
    const end = text.lastIndexOf("\n\n") + 2;
    const events = end < 2 ? [] : eventsIn(text.slice(0, end));
    text = end < 2 ? text : text.slice(end);
    at = events.findLast(({ id }) => id)?.id ?? at;
    return events.filter(({ event }) => event !== "beat");
  };
  const heard = async () => {
    await settled();
    await new Promise((resolve) => setTimeout(resolve));
    return take();
  };
  return {
    heard,
    async topics() {
      const events = await heard();
      return [...new Set(events.flatMap(({ data }) => data.topics ?? []))].sort();
    },
    at: () => at,
    ended: () => ended,
    async [Symbol.asyncDispose]() {
      await reader.cancel().catch(() => {});
      await reading;
    },
  };
}

function eventsIn(text: string): Event[] {
  return text.split("\n\n").filter(Boolean).map((block) => {
    const fields = new Map(
      block.split("\n").map((line) => line.split(/: (.*)/s) as [string, string]),
    );
    return {
      event: fields.get("event") ?? "message",
      id: fields.get("id"),
      data: JSON.parse(fields.get("data") ?? "{}"),
    };
  });
}
