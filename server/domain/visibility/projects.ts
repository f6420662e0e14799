import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { Reader } from "./readers.ts";
import { andUnhidden } from "./teams.ts";

/**
 * The condition that an actor may see a project: it has no teams, or one that isn't hidden from them.
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

/** The same for a reader, of a project whose teams are at hand. */
export function isProjectVisible(
  { hiddenTeamIds }: Pick<Reader, "hiddenTeamIds">,
  teamIds: readonly string[],
): boolean {
  return teamIds.length === 0 || teamIds.some((id) => !hiddenTeamIds.includes(id));
}
