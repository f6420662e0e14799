import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";

/**
 * The condition that an actor may see a project: it has no teams, or one that isn't hidden from them.
 * @param alias of `projects` in the calling query
 */
export function visibleProject(actor: Member, alias: string): RawBuilder<unknown> {
  if (actor.hiddenTeamIds.length === 0) return sql`true`;
  const id = sql.raw(`${alias}.id`);
  return sql`(
    not exists (select 1 from project_teams v where v.project_id = ${id})
    or exists (select 1 from project_teams v where v.project_id = ${id} ${unhidden(actor, "v")}))`;
}

/** The further condition that a row's team isn't hidden from an actor; nothing where none is. */
export function unhidden(actor: Member, alias: string): RawBuilder<unknown> {
  if (actor.hiddenTeamIds.length === 0) return sql``;
  return sql`and ${sql.raw(alias)}.team_id not in (${sql.join([...actor.hiddenTeamIds])})`;
}
