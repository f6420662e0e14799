import assert from "node:assert/strict";
import type { Member } from "../../server/domain/core/actor.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { endOtherSessions } from "../../server/domain/sessions/end.ts";
import { Downloads } from "../../server/http/downloads.ts";
import { browserCookie } from "../support/browser_session.ts";
import { type TestApp, withApp } from "../support/app.ts";

/** Pieces of a text that is long, and how many of them were read. */
function counted(count = 3) {
  const read = { pieces: 0, isOver: false };
  async function* pieces() {
    try {
      for (; read.pieces < count;) {
        read.pieces++;
        yield await Promise.resolve("piece ");
      }
    } finally {
      read.isOver = true;
    }
  }
  return { read, pieces: pieces() };
}

const person = (userId: string) => ({ userId }) as Member;
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

Deno.test("a download reads each part only when its client is ready for it", async () => {
  const { read, pieces } = counted();
  const reader = new Downloads().open(person("ada"), pieces).getReader();
  await later(5);
  assert.equal(read.pieces, 0);
  await reader.read();
  await later(5);
  assert.equal(read.pieces, 1);
  await reader.cancel();
  assert.equal(read.pieces, 1);
});

Deno.test("a person can have two downloads at once, and start another when one ends or its client leaves", async () => {
  const downloads = new Downloads();
  const open = (userId = "ada") => downloads.open(person(userId), counted().pieces);
  const first = open();
  const second = open();
  assert.throws(() => open(), { status: 429, code: "too_many_downloads", retryAfter: 10 });
  const other = open("ben");
  assert.equal(await new Response(first).text(), "piece piece piece ");
  const third = open();
  assert.throws(() => open(), /already have 2 downloads/);
  await second.cancel();
  for (const stream of [open(), third, other]) await stream.cancel();
});

Deno.test("a server sends at most eight downloads at once", async () => {
  const downloads = new Downloads();
  const open = (n: number) => downloads.open(person(`person ${n >> 1}`), counted().pieces);
  const streams = Array.from({ length: 8 }, (_, n) => open(n));
  assert.throws(() => open(9), /already sending 8 downloads/);
  await streams.pop()!.cancel();
  streams.push(open(9));
  for (const stream of streams) await stream.cancel();
});

Deno.test("a stalled download ends, so that another can start", async () => {
  const downloads = new Downloads(20);
  const { read, pieces } = counted();
  const taken = downloads.open(person("ada"), pieces).getReader();
  const untouched = downloads.open(person("ada"), counted().pieces);
  await taken.read();
  await later(40);
  await assert.rejects(taken.read(), /stopped receiving/);
  await assert.rejects(untouched.getReader().read(), /stopped receiving/);
  assert.equal(read.isOver, true);
  for (let n = 0; n < 2; n++) await downloads.open(person("ada"), counted().pieces).cancel();
});

Deno.test("a failed download ends, so that another can start", async () => {
  const downloads = new Downloads();
  async function* failing(): AsyncGenerator<string, void> {
    yield await Promise.resolve("begin");
    throw new Error("The disk is gone.");
  }
  for (let n = 0; n < 3; n++) {
    const stream = downloads.open(person("ada"), failing());
    await assert.rejects(new Response(stream).text(), /disk/);
  }
});

function download({ app }: TestApp, path: string, cookie: string, init: RequestInit = {}) {
  return app.request(path, { ...init, headers: { cookie, ...init.headers } });
}

const paths = ["/workspace/tasks.csv", "/workspace/settings/audit.csv"];

Deno.test("a person's third download is refused with the time to wait, and HEAD doesn't count as one", () =>
  withApp({}, async (app, { ada, task }) => {
    await task(ada, { title: "Oak" });
    const cookie = await browserCookie(app.world, ada.email);
    for (let n = 0; n < 5; n++) {
      for (const path of paths) {
        const head = await download(app, path, cookie, { method: "HEAD" });
        assert.deepEqual([head.status, head.headers.get("content-length")], [200, null], path);
        assert.match(head.headers.get("content-disposition") ?? "", /^attachment/);
      }
    }
    const open = await Promise.all(paths.map((path) => download(app, path, cookie)));
    assert.deepEqual(open.map(({ status }) => status), [200, 200]);
    for (const path of paths) {
      for (const method of ["GET", "HEAD"]) {
        const refused = await download(app, path, cookie, { method });
        assert.equal(refused.status, 429);
        assert.equal(refused.headers.get("retry-after"), "10");
        const text = await refused.text();
        if (method === "GET") assert.equal(JSON.parse(text).code, "too_many_downloads");
      }
      const shown = await download(app, path, cookie, { headers: { accept: "text/html" } });
      assert.equal(shown.headers.get("retry-after"), "10");
      assert.match(await shown.text(), /id="sidebar".*You already have 2 downloads in progress\./s);
    }
    for (const answer of open) assert.match(await answer.text(), /^"[^]*\r\n$/);
    const again = await download(app, paths[0]!, cookie);
    assert.match(await again.text(), /"Oak"/);
  }));

Deno.test("a download is cut off when its person's session ends", () =>
  withApp({}, async (app, { ada, task }) => {
    for (let n = 0; n < 12; n++) await task(ada, { description: "Oak ".repeat(24_000) });
    const cookie = await browserCookie(app.world, ada.email);
    const whole = await download(app, paths[0]!, cookie);
    assert.ok((await whole.text()).length > 1_100_000);
    const { body } = await download(app, paths[0]!, cookie);
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    await perform(app.world.services, ada.member, endOtherSessions, {});
    await assert.rejects(async () => {
      while (!(await reader.read()).done);
    }, { status: 401 });
  }));
