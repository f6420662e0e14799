import assert from "node:assert/strict";
import { Busy } from "../../server/http/errors.ts";
import { Intake } from "../../server/http/intake.ts";

/** A body that arrives when it is told to. */
function body() {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { read: () => promise, arrive: () => resolve("{}") };
}

const mebibyte = 1024 * 1024;

Deno.test("only so many bodies are on their way at once, and one that arrived makes room", async () => {
  const intake = new Intake();
  const bodies = Array.from({ length: 256 }, body);
  const taken = bodies.map(({ read }) => intake.take(100, read));
  await assert.rejects(intake.take(100, () => Promise.resolve("{}")), Busy);
  bodies[0]!.arrive();
  await taken[0];
  assert.equal(await intake.take(100, () => Promise.resolve("{}")), "{}");
  for (const { arrive } of bodies) arrive();
  await Promise.all(taken);
});

Deno.test("only so many bytes are on their way at once, however few bodies they are", async () => {
  const intake = new Intake();
  const bodies = Array.from({ length: 32 }, body);
  const taken = bodies.map(({ read }) => intake.take(mebibyte, read));
  await assert.rejects(intake.take(1, () => Promise.resolve("{}")), Busy);
  for (const { arrive } of bodies) arrive();
  await Promise.all(taken);
  assert.equal(await intake.take(1, () => Promise.resolve("{}")), "{}");
});

Deno.test("a body that doesn't arrive in time is given up, and its room is free again", async () => {
  const intake = new Intake(1);
  const never = () => new Promise<string>(() => {});
  await assert.rejects(intake.take(32 * mebibyte, never), { status: 408, code: "too_slow" });
  assert.equal(await intake.take(32 * mebibyte, () => Promise.resolve("{}")), "{}");
});
