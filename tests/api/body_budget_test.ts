import assert from "node:assert/strict";
import { BodyBudget } from "../../server/http/body_budget.ts";
import { Busy } from "../../server/http/errors.ts";

const mebibyte = 1024 * 1024;
const most = mebibyte;
const ada = { known: true, who: "ada" };
const tooMuch = { status: 429, code: "too_many_bytes" };

/** A request that has sent some bytes and is idle since. @param announced its `Content-Length`, if it has one */
function idle(sent: number, announced?: number): Request {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(sent)),
  });
  const headers = announced === undefined ? undefined : { "content-length": String(announced) };
  return new Request("http://here.example", { method: "POST", body, ...(headers && { headers }) });
}

function arrived(bytes: number): Request {
  return new Request("http://here.example", {
    method: "POST",
    headers: { "content-length": String(bytes) },
    body: new Uint8Array(bytes),
  });
}

/** Lets a budget read what has arrived. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Requests that are idle, and the errors of those that were refused. */
function crowd(budget: BodyBudget) {
  const errors: unknown[] = [];
  return {
    errors,
    async begin(count: number, known: boolean, who: (n: number) => string, make: () => Request) {
      for (let n = 0; n < count; n++) {
        void budget.read({ known, who: who(n) }, make(), most).catch((error) => errors.push(error));
      }
      await settled();
    },
  };
}

Deno.test("idle requests that announced large bodies don't keep others from sending", async () => {
  const budget = new BodyBudget();
  const { begin, errors } = crowd(budget);
  for (const who of ["one", "two", "three", "four"]) {
    await begin(8, true, () => who, () => idle(1, mebibyte));
  }
  assert.deepEqual(errors, []);
  for (const bytes of [100, 65_536, mebibyte]) {
    assert.equal((await budget.read(ada, arrived(bytes), most)).byteLength, bytes);
  }
});

Deno.test("an arriving body replaces the oldest idle one, for any number and size of bodies", async () => {
  const each = [
    { known: true, count: 6_000, sent: 1, announced: 8_192, bytes: mebibyte },
    { known: true, count: 150, sent: 500_000, announced: mebibyte, bytes: 100 },
    { known: true, count: 150, sent: 500_000, announced: undefined, bytes: 65_536 },
    { known: false, count: 2_000, sent: 1, announced: 8_192, bytes: 8_192 },
  ];
  for (const { known, count, sent, announced, bytes } of each) {
    const budget = new BodyBudget();
    const { begin, errors } = crowd(budget);
    await begin(count, known, (n) => `one of many, ${n}`, () => idle(sent, announced));
    assert.ok(errors.length > 0 && errors.length < count, `${errors.length} were refused`);
    assert.ok(errors.every((error) => error instanceof Busy));
    const read = await budget.read({ known, who: "new" }, arrived(bytes), most);
    assert.equal(read.byteLength, bytes);
  }
});

Deno.test("a sender gets at most a sixteenth of the memory, and newer bodies replace older ones", async () => {
  for (const known of [true, false]) {
    const budget = new BodyBudget();
    const others = crowd(budget);
    await others.begin(1, known, () => "other", () => idle(1, 8_192));
    const own = crowd(budget);
    await own.begin(400, known, () => "own", () => idle(1, 8_192));
    assert.ok(own.errors.length > 200);
    assert.ok(own.errors.every((error) => (error as { code?: string }).code === tooMuch.code));
    assert.deepEqual(others.errors, []);
    assert.equal((await budget.read({ known, who: "own" }, arrived(100), most)).byteLength, 100);
  }
});

Deno.test("bodies of signed-out senders take no memory from signed-in people", async () => {
  const budget = new BodyBudget();
  const known = crowd(budget);
  await known.begin(40, true, (n) => `known ${n}`, () => idle(500_000, mebibyte));
  await crowd(budget).begin(2_000, false, (n) => `stranger ${n}`, () => idle(1, 8_192));
  assert.deepEqual(known.errors, []);
});

Deno.test("a body that doesn't arrive in time is refused, and frees its memory", async () => {
  const budget = new BodyBudget(10);
  for (const announced of [100, 100_000, undefined]) {
    const slow = Array.from({ length: 3 }, () => budget.read(ada, idle(1, announced), most));
    const late = { status: 408, code: "too_slow" };
    await Promise.all(slow.map((one) => assert.rejects(one, late)));
  }
  const many = Array.from({ length: 3 }, () => budget.read(ada, arrived(mebibyte), most));
  assert.equal((await Promise.all(many)).length, 3);
});

Deno.test("a slow body that keeps arriving is read after the deadline", async () => {
  const budget = new BodyBudget(10);
  const piece = new Uint8Array(5_000);
  async function* pieces() {
    for (let n = 0; n < 12; n++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      yield piece;
    }
  }
  const request = () =>
    new Request("http://here.example", { method: "POST", body: ReadableStream.from(pieces()) });
  assert.equal((await budget.read(ada, request(), most)).byteLength, 60_000);
  await assert.rejects(budget.read(ada, idle(500), most), { status: 408, code: "too_slow" });
});

Deno.test("an arrived or refused body frees its memory", async () => {
  const budget = new BodyBudget();
  const slow = crowd(budget);
  await slow.begin(1, true, () => "ada", () => idle(1, mebibyte));
  for (let n = 0; n < 100; n++) {
    await budget.read(ada, arrived(65_536), most);
    await assert.rejects(budget.read(ada, idle(65_536), 65_535), { status: 413 });
  }
  assert.deepEqual(slow.errors, []);
});

Deno.test("a body is read up to its maximum size and no further", async () => {
  const budget = new BodyBudget();
  const pieces = [1, 70_000, 3, 200_000].map((length, n) => new Uint8Array(length).fill(n));
  const send = (limit: number) =>
    budget.read(
      ada,
      new Request("http://here.example", { method: "POST", body: ReadableStream.from(pieces) }),
      limit,
    );
  const whole = pieces.flatMap((piece) => [...piece]);
  const read = await send(270_004);
  assert.ok(read.byteLength === 270_004 && read.every((byte, at) => byte === whole[at]));
  await assert.rejects(send(270_003), { status: 413, code: "too_large" });
});
