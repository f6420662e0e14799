import { sql } from "kysely";
import { z } from "zod";
import { recordActivity } from "../activity/write.ts";
import type { Member, Principal } from "../core/actor.ts";
import { audit } from "../audit/write.ts";
import { newId } from "../core/ids.ts";
import { keys } from "../core/keys.ts";
import { principalOperation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { goOnInSessions } from "../members/sessions.ts";
import { freeUsername } from "../profiles/username.ts";
import type { Workspace } from "../workspaces/schema.ts";
import { readWorkspace } from "../workspaces/find.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { readWhyOut } from "../visibility/why_out.ts";
import { closeInvitation } from "./notifications.ts";
import { locateOwn, type OwnInvitationRow, requireOpen } from "./locate_own.ts";

/**
 * Accepts an invitation to the actor's own address. The actor becomes a member with its role and teams, and the session
 * switches to the workspace, as do the actor's other sessions without one. Former members get their old profile back.
 * Accepting again changes nothing, and never lowers an existing role.
 * @throws Forbidden without a signed-in session, and for suspended people; NotFound for other people's invitations;
 * Conflict if the invitation was revoked, was declined, or has expired
 */
export const acceptInvitation = principalOperation({
  name: "invitations.accept",
  scope: null,
  input: z.strictObject({ invitationId: keys.invitation }),
  async run(context, { invitationId }): Promise<Workspace> {
    const { tx, actor, now } = context;
    const invitation = await locateOwn(context, invitationId);
    const present = await memberThere(context, invitation.workspace_id);
    const out = present && await readWhyOut(context, actor.userId, invitation.workspace_id);
    if (out?.error) throw out.error;
    if (invitation.status === "accepted" && present) {
      return await readWorkspace({ ...context, actor: present });
    }
    requireOpen(invitation, now);
    const member = present ?? await join(context, invitation);
    const joined = { ...context, actor: member };
    await joinTeams(context, member.profile.id, invitation.id);
    // Records show current members: followers, a project's members, and the tasks of someone who returns
    await reviseWorkspace(joined);
    await tx.updateTable("invitations")
      .set({ status: "accepted", answered_at: now.toISOString() })
      .where("id", "=", invitation.id).execute();
    await closeInvitation(context, invitation);
    await tx.updateTable("sessions").set({ workspace_id: member.workspace.id })
      .where("id", "=", actor.credential.id).execute();
    await goOnInSessions(joined, { user_id: actor.userId });
    await recordActivity(joined, member.profile.id, { kind: "member.joined" });
    await audit(joined, {
      kind: "invitation.accepted",
      subject: { kind: "invitation", id: invitation.id, name: invitation.email },
      data: { role: member.role },
    });
    return await readWorkspace(joined);
  },
});

/** Returns the actor as a current member of a workspace, or null. */
async function memberThere(
  { db, actor }: ReadContext<Principal>,
  workspaceId: string,
): Promise<Member | null> {
  const row = await db.selectFrom("profiles as p")
    .innerJoin("workspaces as w", "w.id", "p.workspace_id")
    .select(["p.id", "p.name", "p.username", "p.color", "p.role", "w.id as workspace_id"])
    .select(["w.name as workspace_name", "w.time_zone", "w.revision"])
    .where("p.user_id", "=", actor.userId).where("p.workspace_id", "=", workspaceId)
    .where("p.removed_at", "is", null).executeTakeFirst();
  if (!row) return null;
  return {
    ...actor,
    workspace: {
      id: row.workspace_id,
      name: row.workspace_name,
      timeZone: row.time_zone,
      revision: row.revision,
    },
    profile: { id: row.id, name: row.name, username: row.username, color: row.color },
    role: row.role ?? "member",
    teams: new Map(),
    hiddenTeamIds: [],
  };
}

/** Makes the actor a member, with their former profile or a new one. */
async function join(
  context: WriteContext<Principal>,
  invitation: OwnInvitationRow,
): Promise<Member> {
  const { tx, actor, now } = context;
  const workspaceId = invitation.workspace_id;
  const back = await tx.updateTable("profiles")
    .set((e) => ({ removed_at: null, role: invitation.role, version: e("version", "+", 1) }))
    .where("user_id", "=", actor.userId).where("workspace_id", "=", workspaceId)
    .returning("id").executeTakeFirst();
  if (!back) {
    await tx.insertInto("profiles").values({
      id: newId("prof", now),
      workspace_id: workspaceId,
      user_id: actor.userId,
      kind: "human",
      role: invitation.role,
      name: actor.name,
      username: await freeUsername(context, workspaceId, actor.name, actor.email),
      title: null,
      bio: null,
      created_at: now.toISOString(),
      removed_at: null,
    }).execute();
  }
  return (await memberThere(context, workspaceId))!;
}

/** Joins the invitation's teams that still exist. Existing team roles stay. */
async function joinTeams({ tx, now }: WriteContext, profileId: string, invitationId: string) {
  await sql`
    insert into team_members (team_id, profile_id, role, created_at)
    select g.team_id, ${profileId}, g.role, ${now.toISOString()}
    from invitation_teams g join teams t on t.id = g.team_id and t.archived_at is null
    where g.invitation_id = ${invitationId}
    on conflict do nothing`.execute(tx);
  await sql`update teams set version = version + 1 where id in (
    select team_id from invitation_teams where invitation_id = ${invitationId})`.execute(tx);
}
