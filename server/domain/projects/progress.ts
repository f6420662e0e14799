import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { taskStatuses } from "../vocabulary.ts";
import { andUnhidden } from "../visibility/teams.ts";

const perStatus = sql.raw(
  taskStatuses.map((status) =>
    `'${status}', coalesce(sum(iif(c.status = '${status}', c.tasks, 0)), 0)`
  ).join(", "),
);

/**
 * Returns a project's or milestone's progress as JSON, from the counts that triggers maintain: at most five rows per
 * team for any number of tasks. Tasks of teams that are hidden from the actor don't count.
 * @param alias of `projects` or `milestones` in the calling query
 */
export function progressJson(actor: Member, alias: "p" | "m"): RawBuilder<string> {
  return sql`(select json_object('total', coalesce(sum(c.tasks), 0), ${perStatus})
    from project_task_counts c where c.owner_id = ${sql.raw(alias)}.id ${
    andUnhidden(actor, "c.team_id")
  })`;
}
