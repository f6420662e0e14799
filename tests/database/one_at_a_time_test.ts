import assert from "node:assert/strict";
import { OneAtATime, workInSlices, yieldToOthers } from "../../server/database/one_at_a_time.ts";

Deno.test("long work runs one at a time, even after a failure", async () => {
  const queue = new OneAtATime();
  let running = 0;
  let most = 0;
  const long = (fails: boolean) =>
    queue.take(async () => {
      most = Math.max(most, ++running);
      for (let step = 0; step < 3; step++) await yieldToOthers();
      running--;
      if (fails) throw new Error("no luck");
      return "done";
    });
  const outcomes = await Promise.allSettled([long(false), long(true), long(false)]);
  assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected", "fulfilled"]);
  assert.equal(most, 1);
});

Deno.test("work that waits for the event loop runs between the steps of long work", async () => {
  const queue = new OneAtATime();
  const order: string[] = [];
  const long = queue.take(async () => {
    order.push("first step");
    await yieldToOthers();
    await yieldToOthers();
    order.push("last step");
  });
  await yieldToOthers();
  await yieldToOthers();
  order.push("somebody else");
  await long;
  assert.deepEqual(order, ["first step", "somebody else", "last step"]);
});

Deno.test("work in slices yields to others only after a while", async () => {
  const pause = workInSlices();
  let hasOtherRun = false;
  const other = yieldToOthers().then(() => hasOtherRun = true);
  for (let step = 0; step < 20; step++) await pause();
  assert.equal(hasOtherRun, false);
  for (const end = performance.now() + 11; performance.now() < end;) { /* works */ }
  await pause();
  assert.equal(hasOtherRun, true);
  await other;
});
