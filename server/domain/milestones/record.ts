import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { progressJson } from "../projects/progress.ts";

/** Returns a milestone as JSON, from `milestones as m`. */
export function milestoneJson(actor: Member): RawBuilder<string> {
  return sql`json_object('id', m.id, 'name', m.name, 'description', m.description,
    'targetDate', m.target_date, 'position', m.position, 'progress', ${progressJson(actor, "m")},
    'version', m.version, 'createdAt', m.created_at, 'archivedAt', m.archived_at)`;
}

/** Returns a project's active milestones in order as JSON, for a query over `projects as p`. */
export function milestonesJson(actor: Member): RawBuilder<string> {
  return sql`(select json_group_array(${milestoneJson(actor)} order by m.position)
    from milestones m where m.project_id = p.id and m.archived_at is null)`;
}
