import assert from "node:assert/strict";
import { UnreadResponses } from "../../server/http/unread.ts";
import { withApp } from "../support/app.ts";

const mebibyte = 1024 * 1024;
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const tooMuch = { status: 429, code: "too_many_bytes", retryAfter: 5 };

function responses(stalled?: number) {
  const unread = new UnreadResponses(stalled);
  const send = (userId: string) => unread.send(userId, new Uint8Array(mebibyte));
  return {
    unread,
    send,
    sendMany: (userId: string, length = 16) => Array.from({ length }, () => send(userId)),
  };
}

Deno.test("a person is refused if their unread responses take as much memory as is left", async () => {
  const { unread, send, sendMany } = responses();
  const own = sendMany("ada");
  assert.throws(() => unread.requireRoom("ada"), tooMuch);
  unread.requireRoom("ben");
  const others = sendMany("ben", 8);
  assert.throws(() => unread.requireRoom("ben"), tooMuch);
  unread.requireRoom("chidi");
  const small = send("chidi");
  for (const stream of own) assert.equal((await new Response(stream).bytes()).byteLength, mebibyte);
  unread.requireRoom("ada");
  for (const stream of [...others, small]) await stream.cancel();
  unread.requireRoom("ben");
});

Deno.test("a large response that its client stops reading is cut off and takes no more memory", async () => {
  const { unread, sendMany } = responses(20);
  const readers = sendMany("ada").map((stream) => stream.getReader());
  await readers[0]!.read();
  await later(40);
  unread.requireRoom("ada");
  await assert.rejects(readers[0]!.read(), /stopped receiving/);
});

Deno.test("a large response to a write replaces the person's oldest unread ones", async () => {
  const { send, sendMany } = responses();
  const [oldest, second] = sendMany("ada").map((stream) => new Response(stream));
  const other = new Response(send("ben"));
  const newest = new Response(send("ada"));
  await assert.rejects(oldest!.bytes(), /stopped receiving/);
  for (const answer of [second!, other, newest]) {
    assert.equal((await answer.bytes()).byteLength, mebibyte);
  }
});

Deno.test("a large list arrives completely and with its length, and many unread ones delay only their reader's reads", () =>
  withApp({}, async (app, { ada, chidi, task, workspaceId }) => {
    for (let n = 0; n < 12; n++) await task(ada, { description: "Oak ".repeat(24_000) });
    const path = `/api/v1/workspaces/${workspaceId}/tasks`;
    const ask = (person: typeof ada, method = "GET", body?: string) =>
      app.app.request(body ? path : `${path}?limit=250`, {
        method,
        headers: {
          authorization: `Bearer ${person.tokens.accessToken}`,
          "content-type": "application/json",
        },
        ...(body && { body }),
      });
    const whole = await ask(ada);
    const length = Number(whole.headers.get("content-length"));
    assert.equal((await whole.bytes()).byteLength, length);
    assert.equal((await ask(ada, "HEAD")).headers.get("content-length"), String(length));
    const unread: Response[] = [];
    while (unread.at(-1)?.status !== 429) unread.push(await ask(ada));
    assert.ok(unread.length > 12, `${unread.length}`);
    assert.equal((await ask(chidi)).status, 200);
    const created = await ask(ada, "POST", JSON.stringify({ title: "Elm", teamId: "ENG" }));
    assert.equal(created.status, 201);
    for (const { body } of unread) await body!.cancel();
    assert.equal((await ask(ada)).status, 200);
  }));
