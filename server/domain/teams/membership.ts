import { z } from "zod";
import type { Fact } from "../activity/kinds.ts";
import { recordActivity } from "../activity/write.ts";
import type { Member, TeamRole } from "../core/actor.ts";
import { audit } from "../audit/write.ts";
import { invalidField } from "../core/errors.ts";
import type { Versioned } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { requireTeamChanger } from "../core/permission.ts";
import { locateMember, type StoredProfile } from "../profiles/locate.ts";
import { noSuchMember } from "../profiles/record.ts";
import { locateTeam, type StoredTeam } from "./locate.ts";
import { readTeam } from "./record.ts";
import { type TeamDetail, teamRole } from "./schema.ts";
import { touchMemberships } from "./touch.ts";

/**
 * Adds a person to a team, or changes their team role, from the next request on.
 * @throws NotFound for the team or the person; Forbidden unless a manager or a lead of the team; Conflict for a former
 * member; Invalid for an agent, whose teams are set through its automation
 */
export const putTeamMember = operation({
  name: "teams.putMember",
  scope: "workspace.manage",
  input: z.strictObject({ teamId: keys.team, profileId: keys.profile, role: teamRole }),
  async run(context, input): Promise<Versioned<TeamDetail>> {
    const { tx, actor, now } = context;
    const team = await locateTeam(context, input.teamId);
    requireTeamChanger(actor, team.id);
    const member = await locateMember(context, input.profileId);
    requireHuman(member);
    const had = await roleIn(context, team.id, member.id);
    if (had === input.role) return await readTeam(context, team.id);
    await tx.insertInto("team_members").values({
      team_id: team.id,
      profile_id: member.id,
      role: input.role,
      created_at: now.toISOString(),
    }).onConflict((c) => c.columns(["team_id", "profile_id"]).doUpdateSet({ role: input.role }))
      .execute();
    await recordMembership(context, team, member, { from: had, to: input.role });
    return await readTeam(context, team.id);
  },
});

/**
 * Removes a person from a team. Everyone can leave a team. Their tasks there stay assigned to them.
 * @throws NotFound for the team, or for someone outside it; Forbidden unless a manager, a lead of the team, or the
 * person; Invalid for an agent
 */
export const removeTeamMember = operation({
  name: "teams.removeMember",
  scope: "workspace.manage",
  input: z.strictObject({ teamId: keys.team, profileId: keys.profile }),
  async run(context, input): Promise<Versioned<TeamDetail>> {
    const { tx, actor } = context;
    const team = await locateTeam(context, input.teamId);
    const member = await locateMember(context, input.profileId);
    if (member.id !== actor.profile.id) requireTeamChanger(actor, team.id);
    requireHuman(member);
    const had = await roleIn(context, team.id, member.id);
    if (!had) throw noSuchMember(input.profileId);
    await tx.deleteFrom("team_members")
      .where("team_id", "=", team.id).where("profile_id", "=", member.id).execute();
    await recordMembership(context, team, member, { from: had, to: null });
    return await readTeam(context, team.id);
  },
});

function requireHuman(member: StoredProfile): void {
  if (member.kind === "human") return;
  throw invalidField("profileId", "You can't change an agent's membership in a team.", {
    hint: "To change an agent's teams, update the agent's `teamIds`.",
  });
}

async function roleIn(
  { db }: ReadContext,
  teamId: string,
  profileId: string,
): Promise<TeamRole | null> {
  const row = await db.selectFrom("team_members").select("role")
    .where("team_id", "=", teamId).where("profile_id", "=", profileId).executeTakeFirst();
  return row?.role ?? null;
}

/** A person's former and current role in a team. */
interface Roles {
  from: TeamRole | null;
  to: TeamRole | null;
}

function membershipFact({ id, name }: StoredProfile, roles: Roles): Fact {
  const from = { id, name, role: roles.from ?? "" };
  const to = { id, name, role: roles.to ?? "" };
  if (!roles.from) return { kind: "team.member_added", data: { to } };
  if (!roles.to) return { kind: "team.member_removed", data: { from } };
  return { kind: "team.member_role_changed", data: { from, to } };
}

async function recordMembership(
  context: WriteContext<Member>,
  team: StoredTeam,
  member: StoredProfile,
  roles: Roles,
): Promise<void> {
  await touchMemberships(context, [{ team_id: team.id, profile_id: member.id }]);
  const fact = membershipFact(member, roles);
  await recordActivity(context, team.id, fact);
  await audit(context, {
    kind: fact.kind,
    subject: { kind: "profile", id: member.id, name: member.name },
    data: {
      team: { id: team.id, name: team.name },
      from: roles.from,
      ...(roles.to ? { to: roles.to } : {}),
    },
  });
}
