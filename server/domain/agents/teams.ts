import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { reachedTeams } from "../automations/teams.ts";
import { Invalid } from "../core/errors.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import { resolveTeams } from "../teams/resolve.ts";
import { type Membership, touchMemberships } from "../teams/touch.ts";
import type { Agent } from "./schema.ts";

/**
 * Returns the teams of an agent: the given ones, or by default all that its automation currently has access to. The
 * agent doesn't join teams created later by itself.
 * @throws Invalid for a team that doesn't exist, or that its automation has no access to; Conflict for an archived one
 */
export async function resolveAgentTeams(
  context: ReadContext<Member>,
  automationId: string,
  wanted: string[] | null,
): Promise<string[]> {
  const reached = await reachedTeams(context, automationId);
  if (wanted === null) return reached;
  const teamIds = (await resolveTeams(context, wanted)).map(({ id }) => id);
  const beyond = teamIds.flatMap((id, n) =>
    reached.includes(id) ? [] : [{
      path: ["teamIds", n],
      message: `The automation doesn't have access to the team ${wanted[n]}.`,
    }]
  );
  if (beyond.length > 0) throw new Invalid(beyond, { code: "unknown_team" });
  return [...new Set(teamIds)];
}

/** Makes an agent a member of exactly these teams, in this role. */
export async function setMemberships(
  context: WriteContext<Member>,
  profileId: string,
  teamIds: string[],
  role: Agent["role"],
): Promise<void> {
  const { tx, now } = context;
  const { rows: left } = await sql<Membership>`
    delete from team_members where profile_id = ${profileId}
      and team_id not in (select value from json_each(${JSON.stringify(teamIds)}))
    returning team_id, profile_id`.execute(tx);
  for (const team_id of teamIds) {
    await tx.insertInto("team_members")
      .values({ team_id, profile_id: profileId, role, created_at: now.toISOString() })
      .onConflict((c) => c.columns(["team_id", "profile_id"]).doUpdateSet({ role })).execute();
  }
  const joined = teamIds.map((team_id) => ({ team_id, profile_id: profileId }));
  await touchMemberships(context, [...joined, ...left]);
}

/** Changes an agent's role in its teams. */
export async function setRole(
  context: WriteContext<Member>,
  profileId: string,
  role: Agent["role"],
): Promise<void> {
  const memberships = await context.tx.updateTable("team_members").set({ role })
    .where("profile_id", "=", profileId).returning(["team_id", "profile_id"]).execute();
  await touchMemberships(context, memberships);
}
