import assert from "node:assert/strict";
import type { TooMany } from "../../server/domain/core/errors.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { requestCode } from "../../server/domain/sessions/request_code.ts";
import { verifyCode } from "../../server/domain/sessions/verify_code.ts";
import { refused } from "../support/refusal.ts";
import { createWorld, nobody, type World } from "../support/world.ts";

const email = "ada@example.com";
type Purpose = "signin" | "signup";

async function ask({ services, mailer }: World, purpose: Purpose = "signup"): Promise<string> {
  await perform(services, nobody, requestCode, { email, purpose });
  return mailer.sent.findLast(({ to }) => to === email)!.summary.replace(/^code /, "");
}
const give = ({ services }: World, code: string, purpose: Purpose = "signup") =>
  perform(services, nobody, verifyCode, { email, code, purpose });
/** A code that is certainly none of those that were sent. */
const otherThan = (...codes: string[]) =>
  ["000000", "000001", "000002"].find((code) => !codes.includes(code))!;

async function slip(world: World, wrong: string, times: number, purpose?: Purpose) {
  for (let n = 0; n < times; n++) {
    await refused(give(world, wrong, purpose), { status: 422, code: "code_invalid" });
  }
}

/** Asks for a code and gets it wrong five times; gives how long the email is then locked, in seconds. */
async function lockOut(world: World): Promise<number> {
  const wrong = otherThan(await ask(world));
  await slip(world, wrong, 4);
  const error = await refused(give(world, wrong), { status: 429, code: "code_lockout" });
  return (error as TooMany).retryAfter;
}

Deno.test("each lock lasts twice as long as the one before, up to a day", async () => {
  await using world = await createWorld();
  const minutes: number[] = [];
  for (let n = 0; n < 9; n++) {
    const seconds = await lockOut(world);
    minutes.push(seconds / 60);
    world.clock.advance({ seconds: seconds - 1 });
    await refused(ask(world), { status: 429, code: "code_lockout" });
    world.clock.advance({ seconds: 1 });
  }
  assert.deepEqual(minutes, [15, 30, 60, 120, 240, 480, 960, 1440, 1440]);
});

Deno.test("a lock's error states its duration, in hours if it is long", async () => {
  await using world = await createWorld();
  const said: string[] = [];
  for (let n = 0; n < 8; n++) {
    const seconds = await lockOut(world);
    const error = await refused(ask(world), { status: 429, code: "code_lockout" });
    said.push(/locked for (.*)\.$/.exec(error.message)![1]!);
    world.clock.advance({ seconds });
  }
  assert.deepEqual([said[0], said[3], said[7]], ["15 minutes", "2 hours", "24 hours"]);
});

Deno.test("a correct code resets the locks", async () => {
  await using world = await createWorld();
  for (let n = 0; n < 3; n++) world.clock.advance({ seconds: await lockOut(world) });
  await give(world, await ask(world));
  world.clock.advance({ minutes: 1 });
  assert.equal(await lockOut(world), 15 * 60);
});

Deno.test("locks are reset exactly one day after the last one ended", async () => {
  for (const [waits, minutes] of [[{ days: 1, seconds: -1 }, 30], [{ days: 1 }, 15]] as const) {
    await using world = await createWorld();
    world.clock.advance({ seconds: await lockOut(world) });
    world.clock.advance(waits);
    assert.equal(await lockOut(world), minutes * 60);
  }
});

Deno.test("wrong codes lock an address even if they are hours apart and of several codes", async () => {
  for (const apart of [{ minutes: 2 }, { minutes: 16 }, { hours: 23 }]) {
    await using world = await createWorld();
    for (let n = 1; n <= 5; n++) {
      const wrong = otherThan(await ask(world));
      if (n < 5) await slip(world, wrong, 1);
      else await refused(give(world, wrong), { status: 429, code: "code_lockout" });
      world.clock.advance(apart);
    }
  }
});

Deno.test("after a day without wrong codes, their count is reset", async () => {
  await using world = await createWorld();
  await slip(world, otherThan(await ask(world)), 4);
  world.clock.advance({ days: 1 });
  await slip(world, otherThan(await ask(world)), 4);
});

Deno.test("an address without a requested code can't be locked", async () => {
  await using world = await createWorld();
  await slip(world, "000000", 20);
  await give(world, await ask(world));
});

Deno.test("wrong codes don't count if the code was already used or has expired", async () => {
  await using world = await createWorld();
  const used = await ask(world);
  await give(world, used);
  await slip(world, used, 10);
  world.clock.advance({ minutes: 1 });
  const old = await ask(world);
  world.clock.advance({ minutes: 10 });
  await slip(world, old, 10);
  await give(world, await ask(world));
});

Deno.test("wrong codes for both purposes are counted together", async () => {
  await using world = await createWorld();
  const signup = await ask(world);
  world.clock.advance({ minutes: 1 });
  const wrong = otherThan(signup, await ask(world, "signin"));
  await slip(world, wrong, 2, "signup");
  await slip(world, wrong, 2, "signin");
  await refused(give(world, wrong, "signup"), { status: 429, code: "code_lockout" });
  world.clock.advance({ minutes: 15 });
  await refused(give(world, signup), { status: 422, code: "code_invalid" });
});

Deno.test("each purpose has its own valid code, and using one code invalidates both", async () => {
  await using world = await createWorld();
  await give(world, await ask(world));
  for (const first of ["signin", "signup"] as const) {
    const codes = {} as Record<Purpose, string>;
    do {
      for (const purpose of ["signup", "signin"] as const) {
        world.clock.advance({ minutes: 1 });
        codes[purpose] = await ask(world, purpose);
      }
    } while (codes.signup === codes.signin);
    const second = first === "signin" ? "signup" : "signin";
    await refused(give(world, codes[second], first), { status: 422, code: "code_invalid" });
    await give(world, codes[first], first);
    await refused(give(world, codes[second], second), { status: 422, code: "code_invalid" });
  }
});

Deno.test("a correct code sent twice at once opens one session and counts nothing", async () => {
  await using world = await createWorld();
  const code = await ask(world);
  const both = await Promise.allSettled([give(world, code), give(world, code)]);
  assert.deepEqual(both.map(({ status }) => status), ["fulfilled", "rejected"]);
  const kept = await world.database.read.selectFrom("sign_in_locks").selectAll().execute();
  assert.deepEqual(kept, []);
});

Deno.test("after the clock is set back, nobody waits longer than a lock lasts", async () => {
  await using world = await createWorld();
  await lockOut(world);
  world.clock.setBack({ days: 1 });
  const error = await refused(ask(world), { status: 429, code: "code_lockout" });
  assert.equal((error as TooMany).retryAfter, 15 * 60);
  world.clock.advance({ minutes: 14, seconds: 59 });
  await refused(give(world, "000000"), { status: 429, code: "code_lockout" });
  world.clock.advance({ seconds: 1 });
  await give(world, await ask(world));
});

Deno.test("after the clock is set back, the next code waits at most a minute", async () => {
  await using world = await createWorld();
  await ask(world);
  world.clock.setBack({ days: 1 });
  await ask(world);
  const error = await refused(ask(world), { status: 429, code: "code_cooldown" });
  assert.equal((error as TooMany).retryAfter, 60);
});

Deno.test("expired codes, counts, and locks are deleted when others sign in", async () => {
  await using world = await createWorld();
  const { services, database } = world;
  const askFor = (email: string) =>
    perform(services, nobody, requestCode, { email, purpose: "signup" });
  for (let n = 0; n < 30; n++) {
    const someone = { email: `someone${n}@example.com` };
    await askFor(someone.email);
    const wrong = {
      ...someone,
      purpose: "signup",
      code: otherThan(world.mailer.codeFor(someone.email)),
    };
    for (let tries = n % 2 ? 1 : 5; tries > 0; tries--) {
      await perform(services, nobody, verifyCode, wrong).catch(() => {});
    }
  }
  const count = async (table: "one_time_codes" | "sign_in_locks") =>
    (await database.read.selectFrom(table).select("email").execute()).length;
  // Two rows for each email: of the network, and of all networks
  assert.deepEqual([await count("one_time_codes"), await count("sign_in_locks")], [30, 60]);
  world.clock.advance({ hours: 1 });
  await askFor("another@example.com");
  await askFor("and-another@example.com");
  assert.deepEqual([await count("one_time_codes"), await count("sign_in_locks")], [2, 30]);
  world.clock.advance({ hours: 23, minutes: 15, seconds: -1 });
  await askFor("another@example.com");
  assert.deepEqual([await count("one_time_codes"), await count("sign_in_locks")], [1, 15]);
  world.clock.advance({ seconds: 1 });
  await askFor("one-more@example.com");
  assert.deepEqual([await count("one_time_codes"), await count("sign_in_locks")], [2, 0]);
});
