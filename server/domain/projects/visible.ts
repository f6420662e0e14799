import { type RawBuilder, sql } from "kysely";
import type { Member } from "../actor.ts";

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

/**
 * The further condition on rows `h` of history: what they name is there for the actor. A change to or from a
 * project, or of a team, that is hidden from them isn't told.
 */
export function tellable(actor: Member): RawBuilder<unknown> {
  if (actor.hiddenTeamIds.length === 0) return sql``;
  const hiddenProject = sql`select 1 from projects o
    where o.id in (h.data ->> '$.from.id', h.data ->> '$.to.id',
      h.data ->> '$.from.projectId', h.data ->> '$.to.projectId')
    and not ${visibleProject(actor, "o")}`;
  const names = actor.hiddenTeamIds.map((id) => sql`instr(h.data, ${id}) > 0`);
  return sql`and not (h.kind in ('task.project_changed', 'task.milestone_changed',
      'project.dependency_added', 'project.dependency_removed') and exists (${hiddenProject}))
    and not (h.kind = 'project.teams_changed' and (${sql.join(names, sql` or `)}))`;
}
