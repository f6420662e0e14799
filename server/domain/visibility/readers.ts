import { type RawBuilder, sql } from "kysely";
import { managerRoles } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";

/** Somebody who may come to hear of something: who they are, and which teams they may not see. */
export interface Reader {
  id: string;
  hiddenTeamIds: readonly string[];
}

const managers = managerRoles.map((role) => `'${role}'`).join(", ");

/**
 * Whether a team is there for a profile, as SQL text: a private one is for its members and the managers.
 * `RULES.md`, Permissions
 * @param team of `teams`, and `profile` of `profiles`: the aliases in the calling query
 */
export function isTeamFor(team: string, profile: string): string {
  return `(${team}.private = 0 or ${profile}.role in (${managers}) or exists (
    select 1 from team_members m where m.team_id = ${team}.id and m.profile_id = ${profile}.id))`;
}
const isTeamForP = sql.raw(isTeamFor("s", "p"));

/**
 * The condition that a present profile `p` may see a team.
 * @param teamId an id, or a column of the calling query
 */
export function sees(teamId: string | RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`p.removed_at is null and exists (
    select 1 from teams s where s.id = ${teamId} and ${isTeamForP})`;
}

/**
 * The condition that a present profile `p` may see a project: one without teams, or with a team that they see.
 * @param projectId an id, or a column of the calling query
 */
export function seesProject(projectId: string | RawBuilder<unknown>): RawBuilder<unknown> {
  return seesProjectOf(sql`select team_id from project_teams where project_id = ${projectId}`);
}

/** The same of a project that has, or will have, some teams. @param teams a query of their ids as `team_id` */
export function seesProjectOf(teams: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`p.removed_at is null and (not exists (${teams})
    or exists (select 1 from (${teams}) k where ${sees(sql`k.team_id`)}))`;
}

/** Those among some profiles for whom a condition on `p` holds, such as `sees`. */
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

/** The same, but for people who are suspended: what they may see again later isn't told to them. */
export function listRecipients(
  context: ReadContext,
  profileIds: string[],
  condition: RawBuilder<unknown>,
): Promise<string[]> {
  return filterProfiles(context, profileIds, sql`p.suspended_at is null and ${condition}`);
}

/** Those among some profiles who may see a team. */
export function listReaders(
  context: ReadContext,
  teamId: string,
  profileIds: string[],
): Promise<string[]> {
  return filterProfiles(context, profileIds, sees(teamId));
}
