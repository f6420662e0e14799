import assert from "node:assert/strict";
import type { TestApp } from "./app.ts";

/** An event of a stream: its name (`message` if it has none) and its data. */
export interface Event {
  event: string;
  id: string | undefined;
  data: { seq?: string; topics?: string[] };
}

/** The live stream of a person's open page. */
export interface LiveStream extends AsyncDisposable {
  /** Returns the events since the last call, after everything committed was sent. */
  heard(): Promise<Event[]>;
  /** Returns the topics of those events, without duplicates. */
  topics(): Promise<string[]>;
  /** Returns the ID of the last event that has one. */
  at(): string | undefined;
  /** Whether the server has ended it. */
  ended(): boolean;
}

/** Opens a stream with a browser's cookie. @param headers other headers, such as the last event ID */
export async function listen(
  app: TestApp,
  cookie: string,
  headers: Record<string, string> = {},
): Promise<LiveStream> {
  const answer = await app.app.request("/workspace/live", { headers: { cookie, ...headers } });
  assert.equal(answer.status, 200, answer.status === 200 ? "" : await answer.text());
  assert.match(answer.headers.get("content-type") ?? "", /^text\/event-stream/);
  return readLiveStream(answer.body!, () => app.live.look());
}

/** Reads a stream. @param settled waits until committed changes were sent */
export function readLiveStream(
  body: ReadableStream<Uint8Array>,
  settled: () => Promise<void>,
): LiveStream {
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
