import { sql } from "kysely";
import { z } from "zod";
import { recordActivity } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { audit } from "../audit/write.ts";
import { invalidField } from "../core/errors.ts";
import { requireVersion, seenVersion, type Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { requireManager } from "../core/permission.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { locateMember, type StoredProfile } from "../profiles/locate.ts";
import { forgetInSessions } from "./sessions.ts";
import { requireAnotherOwner, requireOwner } from "./owners.ts";
import { readMember } from "../profiles/record.ts";
import type { MemberRecord } from "../profiles/schema.ts";

/**
 * Removes a person from the workspace, or leaves it with the actor's own ID or `me`. Their sessions lose access
 * immediately. Their profile stays with `removedAt`, so that activity keeps its names. Their open tasks stay assigned
 * to them until people reassign them, and can't get new ones. They leave their teams, which activity lists. Their
 * personal data stays for their return: views, favorites, subscriptions, follows, and the inbox, which gets nothing
 * new. Draft comments and recently opened records are deleted. Managers look after views they shared, and invitations
 * they sent stay valid. An invitation restores the same profile.
 * @throws NotFound; Forbidden unless a manager or the member, and an owner if the member is one; Conflict for the last
 * owner or a former member; Invalid for an agent; Stale
 */
export const removeMember = operation({
  name: "members.remove",
  scope: "workspace.manage",
  input: z.strictObject({ profileId: keys.profile, version: seenVersion }),
  async run(context, input): Promise<Versioned<MemberRecord>> {
    const { tx, actor, now } = context;
    const member = await locateMember(context, input.profileId);
    const leaves = member.id === actor.profile.id;
    if (!leaves) requireManager(actor, "remove members");
    requireVersion("member", member.version, input.version);
    if (member.kind === "agent") {
      throw invalidField("profileId", "Agents can't be removed. Suspend the agent instead.");
    }
    if (member.role === "owner") {
      requireOwner(actor);
      await requireAnotherOwner(context, member.id);
    }
    const teams = await dropFromTeams(context, member.id);
    await tx.updateTable("profiles")
      .set((e) => ({
        removed_at: now.toISOString(),
        suspended_at: null,
        version: e("version", "+", 1),
      }))
      .where("id", "=", member.id).execute();
    await tx.deleteFrom("unsent_comments").where("profile_id", "=", member.id).execute();
    await tx.deleteFrom("recents").where("profile_id", "=", member.id).execute();
    await forgetInSessions(context, member);
    await reviseWorkspace(context);
    await recordRemoval(context, member, leaves ? "member.left" : "member.removed", teams);
    return await readMember(context, member.id);
  },
});

/** Ends all of a profile's team memberships, and returns them for activity. */
async function dropFromTeams({ tx }: WriteContext, profileId: string) {
  const { rows } = await sql<{ id: string; name: string; role: string }>`
    select t.id, t.name, m.role from team_members m join teams t on t.id = m.team_id
    where m.profile_id = ${profileId} order by t.name`.execute(tx);
  await sql`update teams set version = version + 1 where id in (
    select team_id from team_members where profile_id = ${profileId})`.execute(tx);
  await tx.deleteFrom("team_members").where("profile_id", "=", profileId).execute();
  return rows;
}

async function recordRemoval(
  context: WriteContext<Member>,
  member: StoredProfile,
  kind: "member.left" | "member.removed",
  teams: { id: string; name: string; role: string }[],
): Promise<void> {
  const subject = { kind: "profile", id: member.id } as const;
  // The names of private teams must not appear in activity that every member can read
  const data = { from: { role: member.role, teams: teams.map(({ id, role }) => ({ id, role })) } };
  await recordActivity(context, member.id, { kind, data });
  await audit(context, {
    kind,
    subject: { ...subject, name: member.name },
    data: { role: member.role, teams },
  });
}
