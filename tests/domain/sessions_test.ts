import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { authenticate } from "../../server/domain/sessions/authenticate.ts";
import { refreshSession } from "../../server/domain/sessions/refresh.ts";
import { requestCode } from "../../server/domain/sessions/request_code.ts";
import { revokeSession, signOut } from "../../server/domain/sessions/revoke.ts";
import { verifyCodeInBrowser } from "../../server/domain/sessions/verify_code.ts";
import { acceptInvitation } from "../../server/domain/invitations/accept.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { switchWorkspace } from "../../server/domain/workspaces/switch.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { principalOf, signIn } from "../support/sign_in.ts";
import { createWorld, nobody, type World } from "../support/world.ts";

const email = "ada@example.com";

const refresh = ({ services }: World, refreshToken: string) =>
  perform(services, nobody, refreshSession, { refreshToken });
const revoke = ({ services }: World, tokens: Record<string, string>) =>
  perform(services, nobody, revokeSession, tokens);
const works = async ({ services }: World, accessToken: string) =>
  (await principalOf(services, accessToken)).email === email;
const dead = ({ services }: World, accessToken: string) =>
  refused(principalOf(services, accessToken), { status: 401, code: "token_invalid" });

async function signUpInBrowser({ services, mailer }: World) {
  await perform(services, nobody, requestCode, { email, purpose: "signup" });
  const code = mailer.codeFor(email);
  return await perform(services, nobody, verifyCodeInBrowser, { email, code, purpose: "signup" });
}

Deno.test("tokens are stored only as hashes", async () => {
  await using world = await createWorld();
  const pair = await signIn(world, email, "signup");
  const kept = JSON.stringify(
    await world.database.read.selectFrom("session_tokens").selectAll().execute(),
  );
  for (const token of [pair.accessToken, pair.refreshToken]) {
    assert.ok(!kept.includes(token.slice(8)));
  }
});

Deno.test("an access token is valid for an hour, and its refresh token for sixty days", async () => {
  await using world = await createWorld();
  const pair = await signIn(world, email, "signup");
  assert.equal(pair.accessTokenExpiresAt, "2026-03-12T11:00:00.000Z");
  assert.equal(pair.refreshTokenExpiresAt, "2026-05-11T10:00:00.000Z");
  world.clock.advance({ minutes: 59, seconds: 59 });
  assert.ok(await works(world, pair.accessToken));
  world.clock.advance({ seconds: 1 });
  await dead(world, pair.accessToken);
  const next = await refresh(world, pair.refreshToken);
  assert.ok(await works(world, next.accessToken));
  world.clock.advance({ days: 60 });
  await refused(refresh(world, next.refreshToken), {
    status: 401,
    code: "refresh_token_invalid",
  });
});

Deno.test("refreshing returns a new pair for the same session and ends the old pair", async () => {
  await using world = await createWorld();
  const first = await signIn(world, email, "signup");
  const second = await refresh(world, first.refreshToken);
  assert.equal(second.session.id, first.session.id);
  assert.notEqual(second.refreshToken, first.refreshToken);
  await dead(world, first.accessToken);
  assert.ok(await works(world, second.accessToken));
});

Deno.test("a reused refresh token ends the session for both holders", async () => {
  await using world = await createWorld();
  const first = await signIn(world, email, "signup");
  const second = await refresh(world, first.refreshToken);
  await refused(refresh(world, first.refreshToken), {
    status: 401,
    code: "refresh_token_reused",
  });
  await dead(world, second.accessToken);
  await refused(refresh(world, second.refreshToken), {
    status: 401,
    code: "refresh_token_invalid",
  });
});

Deno.test("the audit log contains the reuse of a refresh token, and a session contains its last address", () =>
  withCast(createWorld(), async ({ chidi, world: { database, services } }) => {
    const { refreshToken, session } = chidi.tokens;
    const refreshFrom = (address: string) =>
      perform(services, { ...nobody, address }, refreshSession, { refreshToken });
    await refreshFrom("203.0.113.9");
    const { address } = await database.read.selectFrom("sessions").select("address")
      .where("id", "=", session.id).executeTakeFirstOrThrow();
    assert.equal(address, "203.0.113.9");
    await refused(refreshFrom("203.0.113.9"), { status: 401 });
    const last = await database.read.selectFrom("audit").select(["kind", "credential_id"])
      .orderBy("seq", "desc").limit(1).executeTakeFirstOrThrow();
    assert.deepEqual(last, { kind: "session.refresh_reused", credential_id: session.id });
  }));

Deno.test("a new session opens the workspace of the most recently used session", () =>
  withCast(createWorld(), async (cast) => {
    const { chidi, elsewhereId, frode, workspaceId, world } = cast;
    const { services, clock } = world;
    const invitation = { email: chidi.email };
    const made = await perform(services, frode.member, createInvitation, invitation);
    const { id: invitationId } = parseJson(made);
    await perform(services, chidi.member, acceptInvitation, { invitationId });
    const opened: (string | null)[] = [];
    for (const next of [workspaceId, elsewhereId, workspaceId]) {
      clock.advance({ minutes: 2 });
      const { accessToken } = await signIn(world, chidi.email);
      const principal = await principalOf(services, accessToken);
      opened.push(principal.activeWorkspaceId);
      await perform(services, principal, switchWorkspace, { workspaceId: next });
    }
    assert.deepEqual(opened, [elsewhereId, workspaceId, elsewhereId]);
  }));

Deno.test("if a token is used for two refreshes at once, at most one succeeds", async () => {
  await using world = await createWorld();
  const pair = await signIn(world, email, "signup");
  const both = await Promise.allSettled([
    refresh(world, pair.refreshToken),
    refresh(world, pair.refreshToken),
  ]);
  assert.equal(both.filter(({ status }) => status === "fulfilled").length, 1);
});

Deno.test("an access token can't refresh, and a refresh token can't sign in", async () => {
  await using world = await createWorld();
  const pair = await signIn(world, email, "signup");
  await refused(refresh(world, pair.accessToken), { status: 401 });
  await dead(world, pair.refreshToken);
  assert.ok(await works(world, pair.accessToken));
});

Deno.test("revoking with either token, or with both, ends their session and no other", async () => {
  await using world = await createWorld();
  const kept = await signIn(world, email, "signup");
  for (const named of [["accessToken"], ["refreshToken"], ["accessToken", "refreshToken"]]) {
    world.clock.advance({ minutes: 1 });
    const pair = await signIn(world, email);
    const tokens = Object.fromEntries(
      named.map((name) => [name, pair[name as "accessToken" | "refreshToken"]]),
    );
    assert.deepEqual(await revoke(world, tokens), { revoked: true });
    await dead(world, pair.accessToken);
    await refused(refresh(world, pair.refreshToken), { status: 401 });
  }
  assert.ok(await works(world, kept.accessToken));
});

Deno.test("revoking an ended session succeeds, and revoking without a token is an error", async () => {
  await using world = await createWorld();
  assert.deepEqual(await revoke(world, { refreshToken: "blg_hrt_gone" }), { revoked: true });
  await refused(revoke(world, {}), { status: 401 });
});

Deno.test("signing out ends the current session", async () => {
  await using world = await createWorld();
  const pair = await signIn(world, email, "signup");
  const principal = await principalOf(world.services, pair.accessToken);
  await perform(world.services, principal, signOut, {});
  await dead(world, pair.accessToken);
});

Deno.test("a browser's secret works only as a cookie", async () => {
  await using world = await createWorld();
  const browser = await signUpInBrowser(world);
  assert.equal(browser.isNew, true);
  const cookie = { value: browser.token, kind: "cookie" } as const;
  const { principal } = await authenticate(world.services, cookie, "web", null);
  assert.equal(principal.email, email);
  await dead(world, browser.token);
  await refused(refresh(world, browser.token), { status: 401 });
});

Deno.test("a browser that is used stays signed in, and one that is unused for sixty days doesn't", async () => {
  await using world = await createWorld();
  const { token } = await signUpInBrowser(world);
  const cookie = { value: token, kind: "cookie" } as const;
  const enter = () => authenticate(world.services, cookie, "web", null);
  for (const days of [50, 50, 50]) {
    world.clock.advance({ days });
    await enter();
    await world.database.write(() => Promise.resolve());
  }
  world.clock.advance({ days: 61 });
  await refused(enter(), { status: 401 });
});

Deno.test("an invalid token identifies nobody", async () => {
  await using world = await createWorld();
  for (const value of ["", "blg_hat_", "'; drop table users; --", "\0", "x".repeat(10_000)]) {
    await dead(world, value);
  }
});
