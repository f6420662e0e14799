import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { Reader } from "./readers.ts";
import { andUnhidden } from "./teams.ts";

/**
 * Returns the condition that an actor can see a project: it has no teams, or a team that isn't hidden.
 * @param alias of `projects` in the calling query
 */
export function visibleProject(actor: Member, alias: string): RawBuilder<unknown> {
  if (actor.hiddenTeamIds.length === 0) return sql`true`;
  const id = sql.raw(`${alias}.id`);
  return sql`(
    not exists (select 1 from project_teams v where v.project_id = ${id})
    or exists (select 1 from project_teams v where v.project_id = ${id} ${
    andUnhidden(actor, "v.team_id")
  }))`;
}

/** Returns the same for a reader, given the project's teams. */
export function isProjectVisible(
  { hiddenTeamIds }: Pick<Reader, "hiddenTeamIds">,
  teamIds: readonly string[],
): boolean {
  return teamIds.length === 0 || teamIds.some((id) => !hiddenTeamIds.includes(id));
}
