import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { authenticate } from "../../server/domain/sessions/authenticate.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { listSessions } from "../../server/domain/sessions/list.ts";
import { revokeSession } from "../../server/domain/sessions/revoke.ts";
import { refreshSession } from "../../server/domain/sessions/refresh.ts";
import { openSession } from "../../server/domain/sessions/open.ts";
import { refused } from "../support/refusal.ts";
import { principalOf, signIn } from "../support/sign_in.ts";
import { createWorld, inWrite, nobody, type World } from "../support/world.ts";

const email = "ada@example.com";

const count = async ({ database }: World, table: "sessions" | "session_tokens") =>
  (await database.read.selectFrom(table).select((e) => e.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow()).n;

Deno.test("a session's tokens are deleted after they expire, and the session a month later", async () => {
  await using world = await createWorld();
  await signIn(world, email, "signup");
  world.clock.advance({ days: 60 });
  await signIn(world, "bao@example.com", "signup");
  assert.deepEqual([await count(world, "sessions"), await count(world, "session_tokens")], [2, 2]);
  world.clock.advance({ days: 30 });
  await signIn(world, "chidi@example.com", "signup");
  assert.equal(await count(world, "sessions"), 2);
});

Deno.test("deleting old sessions keeps sessions and refresh tokens that are still valid", async () => {
  await using world = await createWorld();
  const { services } = world;
  const pair = await signIn(world, email, "signup");
  world.clock.advance({ days: 59, hours: 23, minutes: 59 });
  await signIn(world, "bao@example.com", "signup");
  const next = await perform(services, nobody, refreshSession, {
    refreshToken: pair.refreshToken,
  });
  world.clock.advance({ days: 59 });
  await signIn(world, "chidi@example.com", "signup");
  await perform(services, nobody, refreshSession, { refreshToken: next.refreshToken });
});

Deno.test("a session refreshed every hour stores at most sixty days of tokens", async () => {
  await using world = await createWorld();
  let { refreshToken } = await signIn(world, email, "signup");
  for (let n = 0; n < 70; n++) {
    world.clock.advance({ days: 2 });
    ({ refreshToken } = await perform(world.services, nobody, refreshSession, { refreshToken }));
  }
  assert.ok(await count(world, "session_tokens") <= 32);
});

Deno.test("reusing a refresh token ends the session, as long as the token hasn't expired", async () => {
  await using world = await createWorld();
  const { services } = world;
  const first = await signIn(world, email, "signup");
  const { refreshToken } = first;
  const second = await perform(services, nobody, refreshSession, { refreshToken });
  world.clock.advance({ days: 59 });
  await signIn(world, "bao@example.com", "signup");
  const reusing = perform(services, nobody, refreshSession, { refreshToken });
  await refused(reusing, { status: 401, code: "refresh_token_reused" });
  const again = perform(services, nobody, refreshSession, { refreshToken: second.refreshToken });
  await refused(again, { status: 401, code: "refresh_token_invalid" });
});

Deno.test("a person can have a hundred sessions, and opening another ends the least recently used one", async () => {
  await using world = await createWorld();
  const { services, clock, database } = world;
  const first = await signIn(world, email, "signup");
  clock.advance({ minutes: 1 });
  const second = await signIn(world, email);
  const { userId } = await principalOf(services, first.accessToken);
  clock.advance({ minutes: 11 });
  await principalOf(services, first.accessToken);
  await database.write(() => Promise.resolve());
  const bao = await signIn(world, "bao@example.com", "signup");
  const open = () => inWrite(services, (context) => openSession(context, userId, "api", "API"));
  for (let n = 2; n < 100; n++) await open();
  assert.equal(await count(world, "sessions"), 101);
  await open();
  await refused(principalOf(services, second.accessToken), { status: 401, code: "token_invalid" });
  assert.ok(await principalOf(services, first.accessToken));
  assert.ok(await principalOf(services, bao.accessToken));
  assert.equal(await count(world, "sessions"), 101);
});

Deno.test("at the limit of sessions, an ended session is deleted before one that is in use", async () => {
  await using world = await createWorld();
  const { services, clock } = world;
  const used = await signIn(world, email, "signup");
  clock.advance({ minutes: 1 });
  const ended = await signIn(world, email);
  const { userId } = await principalOf(services, used.accessToken);
  const open = () => inWrite(services, (context) => openSession(context, userId, "api", "API"));
  for (let n = 2; n < 100; n++) await open();
  await perform(services, nobody, revokeSession, { accessToken: ended.accessToken });
  await open();
  assert.ok(await principalOf(services, used.accessToken));
  assert.equal(await count(world, "sessions"), 100);
});

Deno.test("a session is listed until its last token expires", async () => {
  await using world = await createWorld();
  const { services, clock } = world;
  await signIn(world, email, "signup");
  clock.advance({ days: 59 });
  const asks = await principalOf(services, (await signIn(world, email)).accessToken);
  const listed = async () =>
    parseJson((await perform(services, asks, listSessions, {})).records).length;
  assert.equal(await listed(), 2);
  clock.advance({ days: 1 });
  assert.equal(await listed(), 1);
});

Deno.test("after the clock is set back, using a cookie still extends it", async () => {
  await using world = await createWorld();
  const { services, clock, database } = world;
  const { session, accessToken } = await signIn(world, email, "signup");
  clock.setBack({ days: 1 });
  const token = { value: accessToken, kind: "access" } as const;
  await authenticate(services, token, "api", null);
  await database.write(() => Promise.resolve());
  const { last_seen_at } = await database.read.selectFrom("sessions").select("last_seen_at")
    .where("id", "=", session.id).executeTakeFirstOrThrow();
  assert.equal(last_seen_at, clock.now().toISOString());
});
