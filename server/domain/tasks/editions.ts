import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import type { Json } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { visibleProject } from "../visibility/projects.ts";
import { andUnhidden } from "../visibility/teams.ts";
import { taskJoinsFor, taskJsonFields } from "./record.ts";
import { MOST_AT_ONCE, type Task } from "./schema.ts";

/** A task as it stands: whoever is told the same edition is told the same record. */
export type TaskEdition = [id: string, edition: string];

/**
 * A task's edition for a query over `tasks as t`: its version, the revision of the names that it shows, and the
 * project that it names to the actor, which may be out of their sight.
 */
export function editionOf(
  actor: Member,
): { parts: RawBuilder<unknown>; json: RawBuilder<unknown>; joins: RawBuilder<unknown> } {
  const open = actor.hiddenTeamIds.length === 0;
  const project = sql.raw(open ? "t.project_id" : "seen.id");
  const parts = sql`t.id, t.version || '.'
      || (select revision from workspaces where id = ${actor.workspace.id})
      || '.' || ifnull(${project}, '')`;
  return {
    parts,
    json: sql`json_array(${parts})`,
    joins: open
      ? sql``
      : sql`left join projects seen on seen.id = t.project_id and ${visibleProject(actor, "seen")}`,
  };
}

/** A task's record with its edition at the same moment. */
export interface TaskInEdition {
  edition: TaskEdition;
  record: Json<Task>;
}

/** The records of some tasks as lists give them, in no order; of what the actor may not see, none. */
export const findTasks = query({
  name: "tasks.findSeveral",
  scope: "tasks.read",
  input: z.strictObject({ ids: z.array(keys.task).max(MOST_AT_ONCE) }),
  async run({ db, actor, services }, { ids }): Promise<TaskInEdition[]> {
    const { json, joins } = editionOf(actor);
    const { rows } = await sql<{ edition: string; record: Json<Task> }>`
      select ${json} as edition, json_object(${taskJsonFields(services.settings.origin)}) as record
      from json_each(${JSON.stringify(ids)}) asked cross join tasks t on t.id = asked.value
      ${taskJoinsFor(actor)} ${joins}
      where t.workspace_id = ${actor.workspace.id} ${andUnhidden(actor, "t.team_id")}`.execute(db);
    return rows.map(({ edition, record }) => ({ edition: JSON.parse(edition), record }));
  },
});
