import { type RawBuilder, sql } from "kysely";
import type { ReadContext } from "../core/operation.ts";

/** Somebody who may come to hear of something: who they are, and which teams they may not see. */
export interface Reader {
  id: string;
  hiddenTeamIds: readonly string[];
}

/**
 * The condition that a present profile `p` may see a team: a private one is for its members and managers.
 * @param teamId an id, or a column of the calling query
 */
export function sees(teamId: string | RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`p.removed_at is null and exists (
    select 1 from teams s where s.id = ${teamId} and (
      s.private = 0 or p.role in ('owner', 'admin') or exists (
        select 1 from team_members m where m.team_id = s.id and m.profile_id = p.id)))`;
}

/**
 * The condition that a present profile `p` may see a project: one without teams, or with a team that they see.
 * @param projectId an id, or a column of the calling query
 */
export function seesProject(projectId: string | RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`p.removed_at is null and (
    not exists (select 1 from project_teams k where k.project_id = ${projectId})
    or exists (select 1 from project_teams k
      where k.project_id = ${projectId} and ${sees(sql`k.team_id`)}))`;
}

/** Those among some profiles for whom a condition on `p` holds: `sees`, `seesProject`. */
export async function whoAmong(
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

/** Those among some profiles who may see a team. */
export function whoSee(
  context: ReadContext,
  teamId: string,
  profileIds: string[],
): Promise<string[]> {
  return whoAmong(context, profileIds, sees(teamId));
}
