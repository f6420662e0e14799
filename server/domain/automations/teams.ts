import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import { resolveTeams } from "../teams/resolve.ts";
import { type Membership, touchMemberships } from "../teams/touch.ts";

/**
 * Whether an automation `a` has access to a team `t`, as SQL: one of its listed teams, or without a list any team that
 * isn't private. A team that becomes private leaves the latter immediately. An empty list means no teams.
 */
export const reaches = `iif(a.every_public_team = 1, t.private = 0,
  exists (select 1 from automation_teams x where x.automation_id = a.id and x.team_id = t.id))`;

/**
 * Returns the IDs of teams in a request, each once.
 * @throws Invalid with each team that the actor can't see; Conflict for one that is archived
 */
export async function resolveTeamIds(
  context: ReadContext<Member>,
  wanted: string[],
): Promise<string[]> {
  const teams = await resolveTeams(context, wanted);
  return [...new Set(teams.map(({ id }) => id))];
}

/** Returns the active teams that the automation has access to. */
export async function reachedTeams({ db }: ReadContext, automationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from automations a join teams t on t.workspace_id = a.workspace_id
    where a.id = ${automationId} and t.archived_at is null and ${sql.raw(reaches)}`.execute(db);
  return rows.map((row) => row.id);
}

/**
 * Limits an automation to these teams, and removes its agents from all others.
 * @param teamIds null means no limit: all teams that aren't private
 */
export async function setTeams(
  context: WriteContext<Member>,
  automationId: string,
  teamIds: string[] | null,
): Promise<void> {
  const { tx } = context;
  await tx.updateTable("automations").set({ every_public_team: teamIds ? 0 : 1 })
    .where("id", "=", automationId).execute();
  await tx.deleteFrom("automation_teams").where("automation_id", "=", automationId).execute();
  for (const team_id of teamIds ?? []) {
    await tx.insertInto("automation_teams").values({ automation_id: automationId, team_id })
      .execute();
  }
  const { rows: left } = await sql<Membership>`
    delete from team_members where profile_id in (
        select profile_id from agents where automation_id = ${automationId})
      and team_id not in (
        select t.id from automations a join teams t on t.workspace_id = a.workspace_id
        where a.id = ${automationId} and ${sql.raw(reaches)})
    returning team_id, profile_id`.execute(tx);
  await touchMemberships(context, left);
}
