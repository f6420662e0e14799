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
 * Takes somebody out of the workspace, or with one's own id or `me` leaves it. Their sessions lose it at once. Their
 * profile stays with `removedAt`, so that history keeps its names; their open tasks stay assigned to them, because
 * who takes over is for people to decide, and nothing new can be given to them. They leave their teams; what they
 * had is kept in the activity. What is theirs alone waits for them: views, favorites, subscriptions, what they follow
 * and their inbox, where nothing more comes in; comments that they began and didn't send, and what they opened last,
 * are erased. Managers look after the views that they made for others. Invitations that they sent stand, since they
 * are the workspace's. An invitation brings the same profile back, to all of that.
 * @throws NotFound; Forbidden unless a manager or oneself, and an owner where an owner goes; Conflict for the last
 *   owner or somebody who is gone already; Invalid for an agent; Stale
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

/** Ends all of a profile's team memberships; gives them for the record. */
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
  // A private team's name stays out of what every member may read
  const data = { from: { role: member.role, teams: teams.map(({ id, role }) => ({ id, role })) } };
  await recordActivity(context, member.id, { kind, data });
  await audit(context, {
    kind,
    subject: { ...subject, name: member.name },
    data: { role: member.role, teams },
  });
}
