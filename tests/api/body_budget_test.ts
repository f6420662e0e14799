import assert from "node:assert/strict";
import { Busy } from "../../server/http/errors.ts";
import { BodyBudget } from "../../server/http/body_budget.ts";

/** Bodies that arrive when they are told to. */
function bodiesOf(budget: BodyBudget) {
  const { promise, resolve } = Promise.withResolvers<string>();
  const taken: Promise<string>[] = [];
  return {
    begin(count: number, known: boolean, who: (n: number) => string, bytes: number) {
      for (let n = 0; n < count; n++) {
        taken.push(budget.take({ known, who: who(n) }, bytes, () => promise));
      }
    },
    async arrive() {
      resolve("{}");
      return (await Promise.allSettled(taken)).filter(({ status }) => status === "rejected").length;
    },
  };
}

const mebibyte = 1024 * 1024;
const ada = { known: true, who: "ada" };
const stranger = { known: false, who: "203.0.113.9" };
const one = (name: string) => () => name;
const many = (n: number) => `one of many, ${n}`;
const arrived = () => Promise.resolve("{}");

Deno.test("only so many bodies are on their way at once, and those that arrived make room", async () => {
  for (const known of [true, false]) {
    const budget = new BodyBudget();
    const bodies = bodiesOf(budget);
    bodies.begin(known ? 256 : 512, known, many, 100);
    await assert.rejects(budget.take({ known, who: "new" }, 100, arrived), Busy);
    assert.equal(await bodies.arrive(), 0);
    assert.equal(await budget.take({ known, who: "new" }, 100, arrived), "{}");
  }
});

Deno.test("only so many bytes are on their way at once, however few bodies they are", async () => {
  const budget = new BodyBudget();
  const bodies = bodiesOf(budget);
  bodies.begin(32, true, many, mebibyte);
  await assert.rejects(budget.take(ada, 1, arrived), Busy);
  assert.equal(await bodies.arrive(), 0);
  assert.equal(await budget.take(ada, 1, arrived), "{}");
});

Deno.test("strangers take no room from those who are known, however many they are", async () => {
  const budget = new BodyBudget();
  const bodies = bodiesOf(budget);
  bodies.begin(600, false, many, 8_192);
  assert.equal(await budget.take(ada, mebibyte, arrived), "{}");
  assert.equal(await bodies.arrive(), 88);
});

Deno.test("nobody takes more than a part of the room, in bodies or in bytes", async () => {
  const budget = new BodyBudget();
  const bodies = bodiesOf(budget);
  bodies.begin(100, false, one(stranger.who), 100);
  bodies.begin(100, true, one("bao"), 100);
  bodies.begin(40, true, one("chidi"), mebibyte);
  await assert.rejects(budget.take(stranger, 100, arrived), Busy);
  assert.equal(await budget.take({ known: false, who: "203.0.113.10" }, 8_192, arrived), "{}");
  assert.equal(await budget.take(ada, mebibyte, arrived), "{}");
  assert.equal(await bodies.arrive(), 68 + 36 + 32);
});

Deno.test("a body that doesn't arrive in time is given up, and its room is free again", async () => {
  const budget = new BodyBudget(1);
  const never = () => new Promise<string>(() => {});
  await assert.rejects(budget.take(ada, 8 * mebibyte, never), {
    status: 408,
    code: "too_slow",
  });
  assert.equal(await budget.take(ada, 8 * mebibyte, arrived), "{}");
});
