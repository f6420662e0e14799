import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { Postman } from "../../server/mail/postman.ts";
import { withCast } from "../support/cast.ts";
import { until } from "../support/limits.ts";
import { createWorld } from "../support/world.ts";

/** Holds timers of 30 seconds or more until the test runs them. */
function holdLongTimers() {
  const { setTimeout } = globalThis;
  const held: { run: () => void; length: number }[] = [];
  const lengths: number[] = [];
  globalThis.setTimeout = ((run: () => void, length = 0) => {
    if (length < 30_000) return setTimeout(run, length);
    held.push({ run, length });
    lengths.push(length);
    return 0;
  }) as typeof setTimeout;
  return {
    lengths,
    /** Runs the held timer once there is one. */
    async run() {
      await until("The next pause", () => held.length > 0);
      held.shift()!.run();
      await until("The pause after it", () => held.length > 0);
    },
    [Symbol.dispose]: () => void (globalThis.setTimeout = setTimeout),
  };
}

Deno.test("attempts to reach an unreachable mail server become less frequent until it responds", () =>
  withCast(createWorld(), async ({ world, frode }) => {
    const email = "ines@example.com";
    await perform(world.services, frode.member, createInvitation, { email });
    const before = world.mailer.sent.length;
    let isReached = false;
    world.mailer.answers = () => Promise.resolve(isReached);
    using timers = holdLongTimers();
    const postman = new Postman(world.services, () => {});
    for (let round = 0; round < 7; round++) await timers.run();
    const minutes = () => timers.lengths.map((length) => length / 60_000);
    assert.deepEqual(minutes(), [0.5, 1, 2, 4, 8, 15, 15, 15]);
    assert.equal(world.mailer.sent.length, before);
    isReached = true;
    await timers.run();
    assert.deepEqual([minutes().at(-1), world.mailer.sent.length], [0.5, before + 1]);
    await postman.stop();
  }));

Deno.test("email that becomes due during a delivery is sent in the next one", () =>
  withCast(createWorld(), async ({ world: { services, mailer }, frode }) => {
    const { promise: isAnswered, resolve } = Promise.withResolvers<void>();
    let [running, most] = [0, 0];
    mailer.answers = async () => {
      most = Math.max(most, ++running);
      await isAnswered;
      running--;
      return true;
    };
    using _timers = holdLongTimers();
    const postman = new Postman(services, () => {});
    const before = mailer.sent.length;
    const invite = (email: string) => perform(services, frode.member, createInvitation, { email });
    await invite("ines@example.com");
    await until("The first delivery", () => running === 1);
    await invite("oskar@example.com");
    // Time enough for a second delivery at once
    await new Promise((resolve) => setTimeout(resolve, 50));
    resolve();
    await until("Both emails", () => mailer.sent.length === before + 2 && running === 0);
    assert.equal(most, 1);
    await postman.stop();
  }));
