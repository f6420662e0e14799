import assert from "node:assert/strict";
import { yieldToOthers } from "../../server/database/one_at_a_time.ts";
import { Turns } from "../../server/http/turns.ts";
import { withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";

/** The time that a slow read keeps the processor, in milliseconds. */
const SLOW_MS = 30;
const READS = 14;

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function work(ms = SLOW_MS): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}

/** Reads in turns, which keep the order in which they began. */
function reads(turns = new Turns()) {
  const begun: string[] = [];
  const read = (who: string, run: () => unknown = work) =>
    turns.during(who, async () => {
      begun.push(who);
      await run();
    });
  return { begun, read };
}

Deno.test("a person's read starts before waiting reads of people whose reads took more time", async () => {
  const { begun, read } = reads();
  const many = ["ada", "ben"].flatMap((who) => Array.from({ length: READS }, () => read(who)));
  while (begun.length < 4) await later(1);
  const before = begun.length;
  await read("chidi");
  assert.ok(begun.indexOf("chidi") <= before + 1, `${begun}`);
  assert.ok(before < READS, `${begun}`);
  await Promise.all(many);
  const firstHalf = begun.slice(0, READS).filter((who) => who === "ada").length;
  assert.ok(Math.abs(firstHalf - READS / 2) <= 4, `${begun}`);
});

Deno.test("a person who starts reading gets no credit for time that they didn't use before", async () => {
  const { begun, read } = reads();
  const many = Array.from({ length: READS }, () => read("ada"));
  while (begun.length < READS / 2) await later(1);
  const before = begun.length;
  await Promise.all([...many, ...Array.from({ length: 6 }, () => read("ben"))]);
  const next = begun.slice(before, before + 6);
  assert.ok(next.filter((who) => who === "ada").length >= 2, `${next}`);
});

Deno.test("a person can have two reads at once, and others' reads start while these wait", async () => {
  const { begun, read } = reads();
  const held = Promise.withResolvers<void>();
  const own = Array.from({ length: 3 }, () => read("ada", () => held.promise));
  await read("ben");
  assert.deepEqual(begun, ["ada", "ada", "ben"]);
  held.resolve();
  await Promise.all(own);
  assert.deepEqual(begun, ["ada", "ada", "ben", "ada"]);
});

Deno.test("a failed read ends its turn", async () => {
  const { begun, read } = reads();
  for (let n = 0; n < 3; n++) {
    await assert.rejects(read("ada", () => Promise.reject(new Error("no luck"))), /no luck/);
  }
  assert.equal(begun.length, 3);
});

Deno.test("a request without a turn waits for only a few of many reads that pause", async () => {
  const turns = new Turns();
  let answered = 0;
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    if (request.url.endsWith("/health")) return new Response(String(answered));
    await turns.during(request.url, async () => {
      for (let part = 0; part < 3; part++) {
        work(SLOW_MS / 3);
        await yieldToOthers();
      }
    });
    answered++;
    return new Response();
  });
  const ask = async (path: string) =>
    await (await fetch(`http://127.0.0.1:${server.addr.port}${path}`)).text();
  try {
    // Opens a connection for each, so that they arrive together
    await Promise.all(Array.from({ length: READS }, () => ask("/health")));
    const slow = Array.from({ length: READS }, (_, n) => ask(`/slow?by=${n}`));
    await Promise.race(slow);
    const before = Number(await ask("/health"));
    assert.ok(before < READS / 2, `${before} slow requests were answered before`);
    await Promise.all(slow);
    assert.equal(answered, READS);
  } finally {
    await server.shutdown();
  }
});

Deno.test("a person's many reads, even refused ones, end after another person's single read", () =>
  withApp({}, async (at, { ada, chidi }) => {
    const cookies = {
      ada: await browserCookie(at.world, ada.email),
      ben: await browserCookie(at.world, chidi.email),
    };
    const ended: string[] = [];
    const read = async (who: "ada" | "ben", path: string) => {
      const response = await at.app.request(path, {
        headers: { cookie: cookies[who], accept: "text/html" },
      });
      await response.text();
      ended.push(who);
    };
    const paths = ["/workspace/inbox", "/workspace/tasks/ENG-404", "/workspace/none"];
    const many = [...paths, ...paths, ...paths].map((path) => read("ada", path));
    await Promise.all([...many, read("ben", "/workspace/inbox")]);
    assert.ok(ended.indexOf("ben") < 5, `${ended}`);
  }));
