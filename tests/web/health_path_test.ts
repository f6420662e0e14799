import assert from "node:assert/strict";
import { Listener } from "../../server/listen.ts";

const SLOW_REQUESTS = 20;
/** The time that each keeps the processor, in milliseconds. */
const SLOW_MS = 20;

Deno.test("a request whose query ends in /health waits like any other request", async () => {
  let answered = 0;
  const listener = new Listener({ port: 0, host: "127.0.0.1" }, (request) => {
    if (new URL(request.url).pathname !== "/slow") return new Response(String(answered));
    for (const end = performance.now() + SLOW_MS; performance.now() < end;);
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
    const before = Number(await ask("/page?next=/health"));
    assert.ok(before > SLOW_REQUESTS / 2, `only ${before} slow requests were answered before`);
    await Promise.all(slow);
  } finally {
    await listener.stop();
  }
});
