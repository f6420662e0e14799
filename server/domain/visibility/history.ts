import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { visibleProject } from "./projects.ts";

/**
 * The further condition on rows `h` of history: neither a private team that is hidden from the actor nor one of its
 * tasks is named in what was or what is.
 */
export function namesSeen(actor: Member): RawBuilder<unknown> {
  if (actor.hiddenTeamIds.length === 0) return sql``;
  const hidden = sql.join([...actor.hiddenTeamIds]);
  const seen = ["$.from.id", "$.to.id"].map((path) => {
    const id = sql`coalesce(h.data ->> ${sql.lit(path)}, '')`;
    return sql`and ${id} not in (${hidden}) and not exists (
      select 1 from tasks named where named.id = ${id} and named.team_id in (${hidden}))`;
  });
  return sql.join(seen, sql` `);
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

/** The further conditions on rows `h` of history: whatever they name is there for the actor. */
export function visibleHistory(actor: Member): RawBuilder<unknown> {
  return sql`${namesSeen(actor)} ${tellable(actor)}`;
}
