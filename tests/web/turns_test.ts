import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { Listener } from "../../server/listen.ts";

const SLOW_REQUESTS = 20;
/** The parts of a slow request, and the time that each keeps the processor, in milliseconds. */
const PARTS = 3;
const PART_MS = 10;

Deno.test("a request for health waits for one of many slow requests, not for all", async () => {
  let answered = 0;
  const listener = new Listener({ port: 0, host: "127.0.0.1" }, async (request) => {
    if (request.url.endsWith("/health")) return new Response(String(answered));
    await Promise.resolve();
    for (let part = 0; part < PARTS; part++) {
      for (const end = performance.now() + PART_MS; performance.now() < end;);
      await setImmediate();
    }
    answered++;
    return new Response();
  }, () => {});
  const ask = async (path: string) =>
    await (await fetch(`http://127.0.0.1:${listener.port}${path}`)).text();
  try {
    // Opens a connection for each, so that they arrive together
    await Promise.all(Array.from({ length: SLOW_REQUESTS }, () => ask("/health")));
    const slow = Array.from({ length: SLOW_REQUESTS }, () => ask("/slow"));
    await slow[0];
    const before = Number(await ask("/health"));
    assert.ok(before < SLOW_REQUESTS / 2, `${before} slow requests were answered before`);
    await Promise.all(slow);
    assert.equal(answered, SLOW_REQUESTS);
  } finally {
    await listener.stop();
  }
});
