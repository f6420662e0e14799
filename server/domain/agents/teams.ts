import { sql } from "kysely";
import { reachedTeams, resolveTeams, touchTeams } from "../automations/teams.ts";
import type { Db } from "../operation.ts";
import type { Agent } from "./schema.ts";

/**
 * The teams that an agent is to join: exactly those named, or without a list all that its automation reaches now. A team
 * made later is joined when it is named.
 * @throws Invalid for a team that doesn't exist, or that its automation doesn't reach
 */
export async function resolveAgentTeams(
  tx: Db,
  workspaceId: string,
  automationId: string,
  teamIds: string[] | null,
): Promise<string[]> {
  const reached = await reachedTeams(tx, automationId);
  if (teamIds === null) return reached;
  return await resolveTeams(tx, workspaceId, teamIds, reached);
}

/** Makes an agent a member of exactly these teams, in this role. */
export async function setMemberships(
  tx: Db,
  profileId: string,
  teamIds: string[],
  role: Agent["role"],
  now: Date,
): Promise<void> {
  const { rows: left } = await sql<{ team_id: string }>`
    delete from team_members where profile_id = ${profileId}
      and team_id not in (select value from json_each(${JSON.stringify(teamIds)}))
    returning team_id`.execute(tx);
  for (const team_id of teamIds) {
    await tx.insertInto("team_members")
      .values({ team_id, profile_id: profileId, role, created_at: now.toISOString() })
      .onConflict((c) => c.columns(["team_id", "profile_id"]).doUpdateSet({ role })).execute();
  }
  await touchTeams(tx, [...teamIds, ...left.map((row) => row.team_id)]);
}
