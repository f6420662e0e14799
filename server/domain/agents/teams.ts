import { reachedTeams, resolveTeams } from "../automations/teams.ts";
import type { Db } from "../operation.ts";
import type { Agent } from "./schema.ts";

/**
 * The teams that an agent is to join: those named, or where none are, all that its automation reaches now. A team made
 * later is joined when it is named.
 * @throws Invalid for a team that doesn't exist, or that its automation doesn't reach
 */
export async function resolveAgentTeams(
  tx: Db,
  workspaceId: string,
  automationId: string,
  teamIds: string[],
): Promise<string[]> {
  const reached = await reachedTeams(tx, automationId);
  if (teamIds.length === 0) return reached;
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
  const kept = tx.deleteFrom("team_members").where("profile_id", "=", profileId);
  await (teamIds.length > 0 ? kept.where("team_id", "not in", teamIds) : kept).execute();
  for (const team_id of teamIds) {
    await tx.insertInto("team_members")
      .values({ team_id, profile_id: profileId, role, created_at: now.toISOString() })
      .onConflict((c) => c.columns(["team_id", "profile_id"]).doUpdateSet({ role })).execute();
  }
}
