import assert from "node:assert/strict";
import { acceptInvitation } from "../../server/domain/invitations/accept.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { declineInvitation } from "../../server/domain/invitations/decline.ts";
import { listInvitations } from "../../server/domain/invitations/list.ts";
import { listOwnInvitations } from "../../server/domain/invitations/list_own.ts";
import { resendInvitation } from "../../server/domain/invitations/resend.ts";
import { revokeInvitation } from "../../server/domain/invitations/revoke.ts";
import type { Invitation } from "../../server/domain/invitations/schema.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { requestCode } from "../../server/domain/sessions/request_code.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { archiveTeam } from "../../server/domain/teams/archive.ts";
import { createTeam } from "../../server/domain/teams/create.ts";
import { deliverMail } from "../../server/mail/deliver.ts";
import { type Cast, joinWorkspace, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { memberOf, principalOf, signIn } from "../support/sign_in.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld, nobody } from "../support/world.ts";

const gita = "gita@example.com";

async function invite(
  cast: Cast,
  input: Record<string, unknown> = {},
  by: Person = cast.ada,
): Promise<Invitation> {
  const filled = { email: gita, ...input };
  return parseJson(await perform(cast.world.services, by.member, createInvitation, filled));
}

async function arrive({ world }: Cast, email = gita) {
  const tokens = await signIn(world, email, "signup", "Gita Rao");
  return { tokens, principal: await principalOf(world.services, tokens.accessToken) };
}

Deno.test("an invited person gets an email and sees the invitation, and accepting it grants the role and teams", () =>
  withCast(createWorld(), async (cast) => {
    const { world, workspaceId, teams } = cast;
    const made = await invite(cast, {
      email: " Gita@Example.com",
      role: "admin",
      teams: [{ teamId: "eng", role: "lead" }],
    });
    assert.deepEqual([made.email, made.role, made.status], [gita, "admin", "pending"]);
    await deliverMail(world.services, () => {});
    const mail = world.mailer.sent.at(-1)!;
    assert.equal(mail.to, gita);
    assert.match(mail.text, /^Ada Lovelace invites you to Acme$/m);
    assert.match(mail.leads?.href ?? "", /\/auth\/signup$/);
    const { tokens, principal } = await arrive(cast);
    const own = await listAll(world.services, principal, listOwnInvitations);
    assert.deepEqual(own.map(({ id, workspace }) => [id, workspace.name]), [[made.id, "Acme"]]);
    const input = { invitationId: made.id };
    const joined = await perform(world.services, principal, acceptInvitation, input);
    assert.deepEqual([joined.id, joined.role], [workspaceId, "admin"]);
    const member = await memberOf(world.services, tokens.accessToken, workspaceId);
    assert.deepEqual([member.role, member.teams.get(teams.eng)], ["admin", "lead"]);
    assert.equal(member.activeWorkspaceId, workspaceId);
    await changesOnly(world.database, [], async () => {
      assert.deepEqual(await perform(world.services, principal, acceptInvitation, input), joined);
    });
    await refused(invite(cast), { status: 409, code: "already_member" });
  }));

Deno.test("accepting in two tabs at once creates one membership", () =>
  withCast(createWorld(), async (cast) => {
    const { id: invitationId } = await invite(cast);
    const { principal } = await arrive(cast);
    const accept = () =>
      perform(cast.world.services, principal, acceptInvitation, { invitationId });
    const [one, other] = await Promise.all([accept(), accept()]);
    assert.deepEqual(one, other);
    const profiles = await cast.world.database.read.selectFrom("profiles").select("id")
      .where("user_id", "=", principal.userId).execute();
    assert.equal(profiles.length, 1);
  }));

Deno.test("an address can have one pending invitation, and the second of two simultaneous ones is refused", () =>
  withCast(createWorld(), async (cast) => {
    const outcomes = await Promise.allSettled([invite(cast), invite(cast, {}, cast.bao)]);
    assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected"]);
    const { reason } = outcomes[1] as PromiseRejectedResult;
    assert.deepEqual([reason.status, reason.code], [409, "already_invited"]);
    await invite(cast, { email: "someone.else@example.com" });
  }));

Deno.test("only managers can invite, only owners can invite owners, and the given teams must exist", () =>
  withCast(createWorld(), async (cast) => {
    await changesOnly(cast.world.database, [], async () => {
      await refused(invite(cast, {}, cast.chidi), { status: 403, code: "not_manager" });
      await refused(invite(cast, { role: "owner" }, cast.bao), { status: 403, code: "not_owner" });
      await refused(invite(cast, { email: "nobody" }), { status: 422, fields: ["email"] });
      await refused(invite(cast, { role: "boss" }), { status: 422, fields: ["role"] });
      const [eng, els] = [{ teamId: "ENG" }, { teamId: cast.teams.els }];
      await refused(invite(cast, { teams: [eng, els, { teamId: "XYZ" }] }), {
        status: 422,
        code: "unknown_team",
        fields: ["teams.1.teamId", "teams.2.teamId"],
      });
      await refused(invite(cast, { teams: [eng, { teamId: cast.teams.eng }] }), {
        status: 422,
        fields: ["teams.1.teamId"],
      });
      await refused(invite(cast, { email: cast.chidi.email }), {
        status: 409,
        code: "already_member",
      });
    });
    assert.equal((await invite(cast, { role: "owner" })).role, "owner");
  }));

Deno.test("only the account with an invitation's address can accept it", () =>
  withCast(createWorld(), async (cast) => {
    const { services } = cast.world;
    const { id: invitationId } = await invite(cast);
    for (const operation of [acceptInvitation, declineInvitation] as const) {
      const { member } = cast.frode;
      await refused(
        perform(services, member, operation as typeof acceptInvitation, { invitationId }),
        {
          status: 404,
        },
      );
    }
    const foreign = perform(services, cast.frode.member, revokeInvitation, { invitationId });
    await refused(foreign, { status: 404 });
  }));

Deno.test("an invitation expires after 14 days, and resending it extends it", () =>
  withCast(createWorld(), async (cast) => {
    const { services, clock } = cast.world;
    const { id: invitationId } = await invite(cast);
    const { principal } = await arrive(cast);
    clock.advance({ days: 14 });
    const expired = { status: 409, code: "invitation_expired" };
    await refused(perform(services, principal, acceptInvitation, { invitationId }), expired);
    assert.deepEqual(await listAll(services, principal, listOwnInvitations), []);
    const page = await perform(services, cast.ada.member, listInvitations, { status: "expired" });
    assert.equal(parseJson<Invitation[]>(page.records)[0]?.id, invitationId);
    await perform(services, cast.ada.member, resendInvitation, { invitationId });
    assert.equal(
      (await listAll(services, principal, listOwnInvitations)).length,
      1,
    );
    clock.advance({ days: 15 });
    const fresh = await invite(cast);
    assert.notEqual(fresh.id, invitationId);
    await refused(perform(services, principal, acceptInvitation, { invitationId }), expired);
    await perform(services, principal, acceptInvitation, { invitationId: fresh.id });
  }));

Deno.test("an address gets at most one email a minute, even if the invitation is revoked and created again", () =>
  withCast(createWorld(), async (cast) => {
    const { services, clock, mailer } = cast.world;
    const { id: invitationId } = await invite(cast);
    const mails = async () => {
      await deliverMail(services, () => {});
      return mailer.sent.filter(({ to }) => to === gita).length;
    };
    assert.equal(await mails(), 1);
    const resend = () => perform(services, cast.bao.member, resendInvitation, { invitationId });
    await refused(resend(), { status: 429, code: "invitation_cooldown" });
    clock.advance({ seconds: 60 });
    await resend();
    assert.equal(await mails(), 2);
    await perform(services, cast.bao.member, revokeInvitation, { invitationId });
    await refused(invite(cast), { status: 429, code: "invitation_cooldown" });
    await refused(resend(), { status: 409, code: "invitation_revoked" });
    clock.advance({ minutes: 1 });
    await invite(cast);
    assert.equal(await mails(), 3);
  }));

Deno.test("a revoked or declined invitation can't be accepted", () =>
  withCast(createWorld(), async (cast) => {
    const { services, clock } = cast.world;
    const first = await invite(cast);
    const { principal } = await arrive(cast);
    const accept = (invitationId: string) =>
      perform(services, principal, acceptInvitation, { invitationId });
    await perform(services, cast.ada.member, revokeInvitation, { invitationId: first.id });
    await refused(accept(first.id), { status: 409, code: "invitation_revoked" });
    clock.advance({ minutes: 2 });
    const second = await invite(cast);
    const answer = { invitationId: second.id };
    await perform(services, principal, declineInvitation, answer);
    assert.deepEqual(await perform(services, principal, declineInvitation, answer), {
      declined: true,
    });
    await refused(accept(second.id), { status: 409, code: "invitation_declined" });
    assert.deepEqual(await listAll(services, principal, listOwnInvitations), []);
  }));

Deno.test("accepting an invitation skips teams that were archived meanwhile", () =>
  withCast(createWorld(), async (cast) => {
    const { world, workspaceId, teams } = cast;
    const team = await perform(world.services, cast.ada.member, createTeam, {
      name: "Yard",
      key: "YRD",
    });
    const { id: invitationId } = await invite(cast, {
      teams: [{ teamId: "YRD", role: "lead" }, { teamId: "ENG", role: "commentator" }],
    });
    await perform(world.services, cast.ada.member, archiveTeam, { teamId: team.id });
    const { principal, tokens } = await arrive(cast);
    await perform(world.services, principal, acceptInvitation, { invitationId });
    const joined = await memberOf(world.services, tokens.accessToken, workspaceId);
    assert.deepEqual([...joined.teams], [[teams.eng, "commentator"]]);
  }));

Deno.test("accepting an invitation keeps the roles of a person who is already a member", () =>
  withCast(createWorld(), async (cast) => {
    const { world, workspaceId, teams } = cast;
    const { id: invitationId } = await invite(cast, {
      teams: [{ teamId: "ENG", role: "commentator" }, { teamId: "PPL", role: "member" }],
    });
    const { member, tokens } = await joinWorkspace(world, workspaceId, "gita", "Gita", "admin", [
      teams.eng,
      "lead",
    ]);
    await perform(world.services, member, acceptInvitation, { invitationId });
    const now = await memberOf(world.services, tokens.accessToken, workspaceId);
    assert.deepEqual([now.role, now.teams.get(teams.eng), now.teams.get(teams.ppl)], [
      "admin",
      "lead",
      "member",
    ]);
  }));

Deno.test("a former member who accepts gets their old profile back, with the new role", () =>
  withCast(createWorld(), async (cast) => {
    const { services, clock } = cast.world;
    const { chidi, workspaceId } = cast;
    const { profile } = chidi.member;
    await perform(services, cast.ada.member, removeMember, { profileId: profile.id });
    clock.advance({ minutes: 2 });
    const { id: invitationId } = await invite(cast, { email: chidi.email, role: "admin" });
    await perform(services, chidi.member, acceptInvitation, { invitationId });
    const back = await memberOf(services, chidi.tokens.accessToken, workspaceId);
    assert.deepEqual([back.profile, back.role, back.teams.size], [profile, "admin", 0]);
  }));

Deno.test("a pending invitation allows sign-up if an invitation is required, but not if sign-up is closed", async () => {
  for (const signup of ["invite", "closed"] as const) {
    await withCast(createWorld({ signup: "open" }), async (cast) => {
      const services = {
        ...cast.world.services,
        settings: { ...cast.world.services.settings, signup },
      };
      // Sent while sign-up was open
      await perform(cast.world.services, cast.ada.member, createInvitation, { email: gita });
      const ask = async (email: string) => {
        await perform(services, nobody, requestCode, { email, purpose: "signup" });
        return /^code/.test(cast.world.mailer.sent.findLast(({ to }) => to === email)!.summary);
      };
      assert.equal(await ask(gita), signup === "invite", signup);
      assert.equal(await ask("uninvited@example.com"), false);
      cast.world.clock.advance({ days: 14 });
      assert.equal(await ask(gita), false, "an invitation that has run out");
    });
  }
});

Deno.test("if sign-up is closed, only an address with an account can be invited", () =>
  withCast(createWorld({ signup: "open" }), async (cast) => {
    const { ada, chidi, frode, world } = cast;
    const { id: invitationId } = await invite(cast);
    const settings = { ...world.services.settings, signup: "closed" as const };
    const services = { ...world.services, settings };
    const send = (email: string) => perform(services, ada.member, createInvitation, { email });
    world.clock.advance({ minutes: 2 });
    const unreachable = { status: 422, code: "signup_closed", fields: ["email"] };
    await changesOnly(world.database, [], async () => {
      const error = await refused(send("hana@example.com"), unreachable);
      assert.match(error.hint!, /BACKLOG_SIGNUP/);
      const again = perform(services, ada.member, resendInvitation, { invitationId });
      await refused(again, unreachable);
      await refused(send(chidi.email), { status: 409, code: "already_member" });
    });
    const sent = parseJson<Invitation>(await send(frode.email));
    assert.equal(sent.status, "pending");
  }));
