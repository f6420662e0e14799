import assert from "node:assert/strict";
import { listAudit } from "../../server/domain/audit/list.ts";
import type { AuditEntry } from "../../server/domain/audit/schema.ts";
import { acceptInvitation } from "../../server/domain/invitations/accept.ts";
import { createInvitation } from "../../server/domain/invitations/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { listAll } from "../../server/domain/core/page.ts";
import { findMember } from "../../server/domain/members/find.ts";
import { listMembers } from "../../server/domain/members/list.ts";
import { removeMember } from "../../server/domain/members/remove.ts";
import { updateMember } from "../../server/domain/members/update.ts";
import type { MemberRecord } from "../../server/domain/profiles/schema.ts";
import { updateProfile } from "../../server/domain/profiles/update.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { switchWorkspace } from "../../server/domain/workspaces/switch.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { memberOf, principalOf } from "../support/sign_in.ts";
import { changesOnly } from "../support/snapshot.ts";
import { createWorld } from "../support/world.ts";

const { parse } = JSON;

async function give(cast: Cast, by: Person, whom: Person, role: string): Promise<MemberRecord> {
  const input = { profileId: whom.member.profile.id, patch: { role } };
  return parse((await perform(cast.world.services, by.member, updateMember, input)).json);
}

async function remove(cast: Cast, by: Person, whom: Person): Promise<MemberRecord> {
  const input = { profileId: whom.member.profile.id };
  return parse((await perform(cast.world.services, by.member, removeMember, input)).json);
}

/** The person as the next request would know them. */
async function again({ world, workspaceId }: Cast, person: Person): Promise<Person> {
  const member = await memberOf(world.services, person.tokens.accessToken, workspaceId);
  return { ...person, member };
}

Deno.test("an admin can change roles, but only an owner can grant or remove the owner role", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao, chidi, dina, world } = cast;
    assert.equal((await give(cast, bao, chidi, "admin")).role, "admin");
    await changesOnly(world.database, [], async () => {
      await refused(give(cast, bao, chidi, "owner"), { status: 403, code: "not_owner" });
      await refused(give(cast, bao, ada, "member"), { status: 403, code: "not_owner" });
      await refused(remove(cast, bao, ada), { status: 403, code: "not_owner" });
      await refused(give(cast, dina, chidi, "member"), { status: 403, code: "not_manager" });
      await refused(give(cast, ada, cast.frode, "member"), { status: 404 });
    });
    assert.equal((await give(cast, ada, bao, "owner")).role, "owner");
    assert.equal((await give(cast, ada, ada, "member")).role, "member");
    const late = await again(cast, ada);
    assert.equal(late.member.role, "member");
  }));

Deno.test("the last owner can't be demoted or removed, and can't leave", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    await changesOnly(world.database, [], async () => {
      await refused(give(cast, ada, ada, "admin"), { status: 409, code: "last_owner" });
      await refused(remove(cast, ada, ada), { status: 409, code: "last_owner" });
    });
  }));

Deno.test("if two owners demote each other at once, one of them stays an owner", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, bao } = cast;
    await give(cast, ada, bao, "owner");
    const second = await again(cast, bao);
    const outcomes = await Promise.allSettled([
      give(cast, ada, second, "member"),
      give(cast, second, ada, "member"),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected"]);
    assert.equal((await again(cast, ada)).member.role, "owner");
  }));

Deno.test("if two owners leave at once, the second is refused as the last one", () =>
  withCast(createWorld(), async (cast) => {
    await give(cast, cast.ada, cast.bao, "owner");
    const second = await again(cast, cast.bao);
    const outcomes = await Promise.allSettled([
      remove(cast, cast.ada, cast.ada),
      remove(cast, second, second),
    ]);
    assert.equal(outcomes[0].status, "fulfilled");
    assert.equal((outcomes[1] as PromiseRejectedResult).reason.code, "last_owner");
  }));

Deno.test("a removed member loses access immediately, and their tasks and activity still show them", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world, workspaceId } = cast;
    const assigneeId = chidi.member.profile.id;
    const task = await cast.task(ada, { assigneeId });
    const gone = await remove(cast, ada, chidi);
    assert.equal(gone.removedAt, world.clock.now().toISOString());
    assert.deepEqual(gone.teams, []);
    await assert.rejects(memberOf(world.services, chidi.tokens.accessToken, workspaceId));
    const { activeWorkspaceId } = await principalOf(world.services, chidi.tokens.accessToken);
    assert.equal(activeWorkspaceId, null);
    const listed = await listAll(world.services, ada.member, listMembers);
    assert.ok(!listed.some(({ id }) => id === assigneeId));
    const found = await perform(world.services, ada.member, findMember, { profileId: assigneeId });
    assert.equal(parseJson<MemberRecord>(found.json).name, "Chidi Eze");
    const kept = await world.database.read.selectFrom("tasks").select("assignee_id")
      .where("id", "=", task.id).executeTakeFirstOrThrow();
    assert.equal(kept.assignee_id, assigneeId);
    await refused(cast.task(ada, { assigneeId }), { status: 422, fields: ["assigneeId"] });
    await refused(remove(cast, ada, chidi), { status: 409, code: "member_removed" });
  }));

Deno.test("a removed member's session switches to another of their workspaces, or to none", () =>
  withCast(createWorld(), async (cast) => {
    const { world, ada, chidi, workspaceId, elsewhereId } = cast;
    const { services } = world;
    const starts = async ({ tokens }: Person) =>
      (await principalOf(services, tokens.accessToken)).activeWorkspaceId;
    const asked = { email: chidi.email };
    const made = await perform(services, cast.frode.member, createInvitation, asked);
    const { id: invitationId } = parseJson<{ id: string }>(made);
    await perform(services, chidi.member, acceptInvitation, { invitationId });
    await perform(services, chidi.member, switchWorkspace, { workspaceId });
    assert.equal(await starts(chidi), workspaceId);
    await perform(services, ada.member, removeMember, { profileId: chidi.member.profile.id });
    assert.equal(await starts(chidi), elsewhereId);
    await perform(services, cast.esra.member, switchWorkspace, { workspaceId });
    await perform(services, ada.member, removeMember, { profileId: cast.esra.member.profile.id });
    assert.equal(await starts(cast.esra), null);
  }));

Deno.test("anyone can leave, and only a manager can remove another member", () =>
  withCast(createWorld(), async (cast) => {
    const { chidi, esra } = cast;
    await refused(remove(cast, chidi, esra), { status: 403, code: "not_manager" });
    const input = { profileId: "me" };
    const left = await perform(cast.world.services, chidi.member, removeMember, input);
    assert.ok(parseJson<MemberRecord>(left.json).removedAt);
  }));

Deno.test("a person who was just removed can't change roles with a request that is already running", () =>
  withCast(createWorld(), async (cast) => {
    await remove(cast, cast.ada, cast.bao);
    await refused(give(cast, cast.bao, cast.chidi, "admin"), { status: 403, code: "not_member" });
  }));

Deno.test("the audit log contains role changes and removals, with actor and interface", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra, world } = cast;
    await give(cast, ada, chidi, "admin");
    await remove(cast, ada, esra);
    const page = await perform(world.services, ada.member, listAudit, {
      actorId: ada.member.profile.id,
    });
    const entries = parseJson<AuditEntry[]>(page.records);
    assert.deepEqual(
      entries.slice(0, 2).map(({ kind, actor, interface: source, subject, credential }) => [
        kind,
        actor?.username,
        source,
        subject?.name,
        credential?.id,
      ]),
      [
        ["member.removed", "ada-lovelace", "api", "Esra Yılmaz", ada.tokens.session.id],
        ["member.role_changed", "ada-lovelace", "api", "Chidi Eze", ada.tokens.session.id],
      ],
    );
    assert.deepEqual(entries[1]!.data, { from: "member", to: "admin" });
    await refused(perform(world.services, cast.dina.member, listAudit, {}), { status: 403 });
    const first = await perform(world.services, ada.member, listAudit, { limit: "1" });
    const cursor = first.nextCursor!;
    const next = await perform(world.services, ada.member, listAudit, { limit: "1", cursor });
    assert.equal(parseJson<AuditEntry[]>(next.records)[0]?.kind, "member.role_changed");
    await refused(perform(world.services, ada.member, listAudit, { cursor: "x" }), {
      status: 422,
      fields: ["cursor"],
    });
  }));

Deno.test("people can change only their own profile, and if two choose the same username at once, one is refused", () =>
  withCast(createWorld(), async (cast) => {
    const { chidi, dina, world } = cast;
    const rename = (by: Person, patch: Record<string, unknown>) =>
      perform(world.services, by.member, updateProfile, { patch });
    const changed = parse((await rename(chidi, { username: "Chi", title: "Gardener" })).json);
    assert.deepEqual([changed.username, changed.title, changed.bio], ["chi", "Gardener", null]);
    await refused(rename(dina, { username: "chi" }), { status: 409, code: "username_taken" });
    for (const username of ["", "me", "a b", "-a", "é", "a".repeat(31)]) {
      await refused(rename(dina, { username }), { status: 422, fields: ["patch.username"] });
    }
    await refused(rename(dina, {}), { status: 422 });
    const outcomes = await Promise.allSettled([
      rename(chidi, { username: "garden" }),
      rename(dina, { username: "garden" }),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status), ["fulfilled", "rejected"]);
    assert.equal(parse((await rename(chidi, { title: null })).json).title, null);
  }));

Deno.test("a person's new name appears in their tasks and changes the tasks' ETags", () =>
  withCast(createWorld(), async (cast) => {
    const { chidi, world } = cast;
    const revision = async () => (await again(cast, chidi)).member.workspace.revision;
    const before = await revision();
    await perform(world.services, chidi.member, updateProfile, { patch: { bio: "Grows figs." } });
    assert.equal(await revision(), before);
    await perform(world.services, chidi.member, updateProfile, { patch: { name: "Chidi A. Eze" } });
    assert.equal(await revision(), before + 1);
    const token = { ...chidi.member.credential, kind: "pat" as const };
    await refused(
      perform(world.services, { ...chidi.member, credential: token }, updateProfile, {
        patch: { name: "X" },
      }),
      { status: 403, code: "session_required" },
    );
  }));
