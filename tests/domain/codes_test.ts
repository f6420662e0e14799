import assert from "node:assert/strict";
import type { TooMany } from "../../server/domain/core/errors.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { requestCode } from "../../server/domain/sessions/request_code.ts";
import { verifyCode } from "../../server/domain/sessions/verify_code.ts";
import { refused } from "../support/refusal.ts";
import { signIn } from "../support/sign_in.ts";
import { createWorld, nobody, type World } from "../support/world.ts";

const email = "ada@example.com";

const ask = ({ services }: World, to = email, purpose = "signup") =>
  perform(services, nobody, requestCode, { email: to, purpose });
const give = ({ services }: World, code: string, more: Record<string, unknown> = {}) =>
  perform(services, nobody, verifyCode, { email, code, purpose: "signup", ...more });
/** A code that is certainly not the one that was sent. */
const otherThan = (code: string) => code === "000000" ? "000001" : "000000";

Deno.test("a code has six digits, is emailed, and is stored hashed", async () => {
  await using world = await createWorld();
  const { expiresAt } = await ask(world);
  assert.equal(expiresAt, "2026-03-12T10:10:00.000Z");
  const code = world.mailer.codeFor(email);
  const kept = await world.database.read.selectFrom("one_time_codes").selectAll().execute();
  assert.equal(kept.length, 1);
  assert.ok(!JSON.stringify(kept).includes(code));
});

Deno.test("a code opens one session and then stops working", async () => {
  await using world = await createWorld();
  await ask(world);
  const code = world.mailer.codeFor(email);
  const pair = await give(world, code);
  assert.match(pair.accessToken, /^blg_hat_/);
  assert.match(pair.refreshToken, /^blg_hrt_/);
  await refused(give(world, code), { status: 422, code: "code_invalid", fields: ["code"] });
});

Deno.test("requesting another code requires a wait of a minute, for either purpose", async () => {
  await using world = await createWorld();
  await ask(world);
  world.clock.advance({ seconds: 59 });
  const error = await refused(ask(world, email, "signin"), { status: 429, code: "code_cooldown" });
  assert.equal((error as TooMany).retryAfter, 1);
  assert.equal(world.mailer.sent.length, 1);
  world.clock.advance({ seconds: 1 });
  await ask(world);
  assert.equal(world.mailer.sent.length, 2);
});

Deno.test("requesting a code for another address requires no wait", async () => {
  await using world = await createWorld();
  await ask(world);
  await ask(world, "bao@example.com");
  assert.equal(world.mailer.sent.length, 2);
});

Deno.test("a code is valid for exactly ten minutes", async () => {
  await using world = await createWorld();
  await ask(world);
  const code = world.mailer.codeFor(email);
  world.clock.advance({ minutes: 10 });
  await refused(give(world, code), { status: 422, code: "code_invalid" });
  await ask(world);
  world.clock.advance({ minutes: 9, seconds: 59 });
  await give(world, world.mailer.codeFor(email));
});

Deno.test("a newer code invalidates the older one", async () => {
  await using world = await createWorld();
  await ask(world);
  const older = world.mailer.codeFor(email);
  do {
    world.clock.advance({ minutes: 1 });
    await ask(world);
  } while (world.mailer.codeFor(email) === older);
  await refused(give(world, older), { status: 422, code: "code_invalid" });
  await give(world, world.mailer.codeFor(email));
});

Deno.test("a sign-up code doesn't sign in, and doesn't work for another address", async () => {
  await using world = await createWorld();
  await ask(world);
  const code = world.mailer.codeFor(email);
  await refused(give(world, code, { purpose: "signin" }), { status: 422, code: "code_invalid" });
  await refused(give(world, code, { email: "bao@example.com" }), { status: 422 });
  await give(world, code);
});

Deno.test("five wrong codes lock the address for 15 minutes, and even the correct code is refused", async () => {
  await using world = await createWorld();
  await ask(world);
  const code = world.mailer.codeFor(email);
  for (let attempt = 1; attempt <= 4; attempt++) {
    await refused(give(world, otherThan(code)), { status: 422, code: "code_invalid" });
  }
  const error = await refused(give(world, otherThan(code)), { status: 429, code: "code_lockout" });
  assert.equal((error as TooMany).retryAfter, 900);
  await refused(give(world, code), { status: 429, code: "code_lockout" });
  await refused(ask(world), { status: 429, code: "code_lockout" });
  world.clock.advance({ minutes: 14, seconds: 59 });
  await refused(ask(world), { status: 429, code: "code_lockout" });
  world.clock.advance({ seconds: 1 });
  await refused(give(world, code), { status: 422, code: "code_invalid" });
  await ask(world);
  await give(world, world.mailer.codeFor(email));
});

Deno.test("simultaneous wrong codes are each counted", async () => {
  await using world = await createWorld();
  await ask(world);
  const wrong = otherThan(world.mailer.codeFor(email));
  const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => give(world, wrong)));
  const statuses = attempts.map((one) =>
    one.status === "rejected" ? (one.reason as { status: number }).status : 200
  );
  assert.deepEqual(statuses, [422, 422, 422, 422, 429, 429, 429, 429]);
});

Deno.test("a correct code resets the count of wrong ones", async () => {
  await using world = await createWorld();
  for (let round = 0; round < 3; round++) {
    await ask(world);
    const code = world.mailer.codeFor(email);
    for (let attempt = 0; attempt < 4; attempt++) {
      await refused(give(world, otherThan(code)), { status: 422 });
    }
    await give(world, code);
    world.clock.advance({ minutes: 1 });
  }
});

Deno.test("known and unknown addresses get the same response, and only the email differs", async () => {
  await using world = await createWorld({ signup: "invite" });
  await signIn(world, email, "signup");
  world.clock.advance({ minutes: 2 });
  const known = await ask(world, email, "signin");
  const unknown = await ask(world, "who@example.com", "signin");
  assert.deepEqual(known, unknown);
  const [toKnown, toUnknown] = world.mailer.sent.slice(-2);
  assert.match(toKnown!.text, /\d{6}/);
  assert.doesNotMatch(toUnknown!.text, /\d{6}/);
  assert.match(
    toUnknown!.text,
    /no Backlog account for this address\n\nNew accounts on this server require/,
  );
});

Deno.test("capitals and surrounding spaces in an address don't matter", async () => {
  await using world = await createWorld();
  await ask(world, "  Ada@Example.COM ");
  await give(world, world.mailer.codeFor(email));
  const users = await world.database.read.selectFrom("users").select("email").execute();
  assert.deepEqual(users, [{ email }]);
});

Deno.test("an invalid address or code is refused by field name", async () => {
  await using world = await createWorld();
  for (const bad of ["", "ada", "ada@", "a\0da@example.com", `${"a".repeat(250)}@example.com`, 7]) {
    await refused(ask(world, bad as string), { status: 422, fields: ["email"] });
  }
  for (const bad of ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"]) {
    await refused(give(world, bad), { status: 422, fields: ["code"] });
  }
  await refused(ask(world, email, "signout"), { status: 422, fields: ["purpose"] });
  await refused(give(world, "123456", { remember: true }), { status: 422, fields: ["remember"] });
  assert.deepEqual(world.mailer.sent, []);
});
