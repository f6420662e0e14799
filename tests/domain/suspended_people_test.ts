import assert from "node:assert/strict";
import { createApproval } from "../../server/domain/approvals/create.ts";
import type { MemberRecord } from "../../server/domain/profiles/schema.ts";
import { listAudit } from "../../server/domain/audit/list.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { acceptInvitation } from "../../server/domain/invitations/accept.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { offerMembers } from "../../server/domain/members/offer.ts";
import { updateMember } from "../../server/domain/members/update.ts";
import { createTask } from "../../server/domain/tasks/create.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { listWorkspaces } from "../../server/domain/workspaces/list.ts";
import { switchWorkspace } from "../../server/domain/workspaces/switch.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { memberOf, principalOf, signIn } from "../support/sign_in.ts";
import { createWorld } from "../support/world.ts";

const idOf = ({ member }: Person) => member.profile.id;

async function patch(
  { world }: Cast,
  by: Person,
  whom: Person,
  patch: unknown,
): Promise<MemberRecord> {
  const input = { profileId: idOf(whom), patch };
  return parseJson((await perform(world.services, by.member, updateMember, input)).json);
}

/** How many notifications stand for somebody. */
async function told({ world }: Cast, who: Person): Promise<number> {
  const rows = await world.database.read.selectFrom("notifications").select("id")
    .where("recipient_id", "=", idOf(who)).execute();
  return rows.length;
}

Deno.test("sessions of a suspended person switch to another of their workspaces", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, frode, elsewhereId, workspaceId, world: { services } } = cast;
    const invitation = { email: chidi.email };
    const made = await perform(services, frode.member, createInvitation, invitation);
    const { id: invitationId } = parseJson(made);
    await perform(services, chidi.member, acceptInvitation, { invitationId });
    await perform(services, chidi.member, switchWorkspace, { workspaceId });
    await patch(cast, ada, chidi, { suspended: true });
    const { activeWorkspaceId } = await principalOf(services, chidi.tokens.accessToken);
    assert.equal(activeWorkspaceId, elsewhereId);
  }));

Deno.test("a suspended person stays a member and keeps their work, but no interface accepts them meanwhile", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada, chidi, workspaceId } = cast;
    const { services } = world;
    const token = chidi.tokens.accessToken;
    const task = await cast.task(ada, { assigneeId: idOf(chidi) });
    const suspended = await patch(cast, ada, chidi, { suspended: true });
    assert.deepEqual([suspended.suspended, suspended.removedAt], [true, null]);
    assert.equal(suspended.teams.length, 1);
    await assert.rejects(memberOf(services, token, workspaceId));
    const principal = await principalOf(services, token);
    assert.equal(principal.activeWorkspaceId, null);
    assert.deepEqual(await listAll(services, principal, listWorkspaces), []);
    await refused(perform(services, principal, switchWorkspace, { workspaceId }), {
      status: 403,
      code: "member_suspended",
    });
    // Whoever signs in anew isn't there either
    world.clock.advance({ minutes: 2 });
    const { accessToken } = await signIn(world, chidi.email);
    assert.equal((await principalOf(services, accessToken)).activeWorkspaceId, null);
    // What was asked for before is run after
    await refused(patch(cast, { ...cast.bao, member: chidi.member }, ada, { role: "member" }), {
      status: 403,
    });

    await patch(cast, ada, chidi, { suspended: false });
    assert.equal((await principalOf(services, token)).activeWorkspaceId, workspaceId);
    const back = await memberOf(services, token, workspaceId);
    assert.equal(back.teams.size, 1);
    const kept = await world.database.read.selectFrom("tasks").select("assignee_id")
      .where("id", "=", task.id).executeTakeFirstOrThrow();
    assert.equal(kept.assignee_id, idOf(chidi));
    const acts = (await listAll(services, ada.member, listAudit)).map(({ kind }) => kind);
    assert.deepEqual(acts.filter((kind) => kind.startsWith("member.")).slice(0, 2), [
      ...["member.unsuspended", "member.suspended"],
    ]);
  }));

Deno.test("a suspended person can't accept another invitation", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada, workspaceId } = cast;
    const email = "gita@example.com";
    const { id: invitationId } = parseJson<{ id: string }>(
      await perform(world.services, ada.member, createInvitation, { email }),
    );
    const tokens = await signIn(world, email, "signup");
    const accept = async () => {
      const actor = await principalOf(world.services, tokens.accessToken);
      return await perform(world.services, actor, acceptInvitation, { invitationId });
    };
    await accept();
    assert.equal((await accept()).name, "Acme");
    const member = await memberOf(world.services, tokens.accessToken, workspaceId);
    await patch(cast, ada, { email, tokens, member }, { suspended: true });
    await refused(accept(), { status: 403, code: "member_suspended" });
  }));

Deno.test("managers can suspend people, only owners can suspend owners, and agents and the last owner can't be", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi, dina } = cast;
    const yes = { suspended: true };
    await refused(patch(cast, chidi, dina, yes), { status: 403, code: "not_manager" });
    await refused(patch(cast, bao, bao, yes), { status: 409, code: "own_suspension" });
    await refused(patch(cast, bao, ada, yes), { status: 403, code: "not_owner" });
    await patch(cast, ada, dina, { role: "owner" });
    await patch(cast, ada, dina, yes);
    // Of two owners the other one may do nothing
    await refused(patch(cast, ada, ada, { role: "admin" }), { status: 409, code: "last_owner" });
    const before = await patch(cast, ada, dina, yes);
    assert.equal((await patch(cast, ada, dina, yes)).version, before.version);
  }));

Deno.test("a suspended person gets no assignments or notifications, and their records show the suspension", () =>
  withCast(createWorld(), async (cast) => {
    const { world: { services }, ada, bao, chidi, teams } = cast;
    const task = await cast.task(ada, { assigneeId: idOf(chidi) });
    await patch(cast, ada, chidi, { suspended: true });
    const before = await told(cast, chidi);
    const given = { title: "More", teamId: teams.eng, assigneeId: idOf(chidi) };
    await refused(perform(services, ada.member, createTask, given), {
      status: 422,
      code: "assignee_suspended",
    });
    const asked = { taskId: task.id, approverId: idOf(chidi), body: "May I?" };
    await refused(perform(services, ada.member, createApproval, asked), {
      status: 422,
      code: "approver_suspended",
    });
    const body = `@${chidi.member.profile.username}, is it done?`;
    const said = { taskId: task.id, body };
    await perform(services, bao.member, createComment, said);
    const change = { taskId: task.id, patch: { status: "completed" } };
    await perform(services, bao.member, updateTask, change);
    assert.equal(await told(cast, chidi), before);
    const offer = (named: string[]) =>
      perform(services, ada.member, offerMembers, { working: true, named });
    const { records } = await offer([]);
    assert.ok(!records.some(({ id }) => id === idOf(chidi)));
    const mine = (await offer([idOf(chidi)])).records.find(({ id }) => id === idOf(chidi));
    assert.equal(mine?.suspended, true);
  }));

Deno.test("unsuspending an admin requires a signed-in session", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi } = cast;
    for (const one of [bao, chidi]) await patch(cast, ada, one, { suspended: true });
    const credential = { ...ada.member.credential, kind: "pat" as const };
    const byToken = { ...ada, member: { ...ada.member, credential } };
    const no = { suspended: false };
    await refused(patch(cast, byToken, bao, no), { status: 403, code: "session_required" });
    assert.equal((await patch(cast, byToken, chidi, no)).suspended, false);
    assert.equal((await patch(cast, ada, bao, no)).suspended, false);
  }));
