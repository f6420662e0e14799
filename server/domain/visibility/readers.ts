import { type RawBuilder, sql } from "kysely";
import type { ReadContext } from "../core/operation.ts";
import { isTeamFor } from "../core/permission.ts";

/** A possible recipient of news, with their hidden teams. */
export interface Reader {
  id: string;
  hiddenTeamIds: readonly string[];
}

const isTeamForP = sql.raw(isTeamFor("s", "p"));

/**
 * Returns the condition that a current member `p` can see a team.
 * @param teamId an ID, or a column of the calling query
 */
export function sees(teamId: string | RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`p.removed_at is null and exists (
    select 1 from teams s where s.id = ${teamId} and ${isTeamForP})`;
}

/**
 * Returns the condition that a current member `p` can see a project: one without teams, or with a visible team.
 * @param projectId an ID, or a column of the calling query
 */
export function seesProject(projectId: string | RawBuilder<unknown>): RawBuilder<unknown> {
  return seesProjectOf(sql`select team_id from project_teams where project_id = ${projectId}`);
}

/** Returns the same for a project with some current or future teams. @param teams a query of the teams' IDs as `team_id` */
export function seesProjectOf(teams: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`p.removed_at is null and (not exists (${teams})
    or exists (select 1 from (${teams}) k where ${sees(sql`k.team_id`)}))`;
}

/** Returns the profiles that match a condition on `p`, such as `sees`. */
export async function filterProfiles(
  { db }: ReadContext,
  profileIds: string[],
  condition: RawBuilder<unknown>,
): Promise<string[]> {
  if (profileIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select p.id from profiles p where p.id in (${sql.join(profileIds)}) and ${condition}`
    .execute(db);
  return rows.map((row) => row.id);
}

/** Returns the same profiles without suspended people, who get no notifications. */
export function listRecipients(
  context: ReadContext,
  profileIds: string[],
  condition: RawBuilder<unknown>,
): Promise<string[]> {
  return filterProfiles(context, profileIds, sql`p.suspended_at is null and ${condition}`);
}

/** Returns the profiles that can see a team. */
export function listReaders(
  context: ReadContext,
  teamId: string,
  profileIds: string[],
): Promise<string[]> {
  return filterProfiles(context, profileIds, sees(teamId));
}
