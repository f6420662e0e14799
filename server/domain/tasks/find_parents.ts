import { sql } from "kysely";
import { z } from "zod";
import type { Json } from "../core/json.ts";
import { parseJson } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { taskRefJson } from "../refs/json.ts";
import type { TaskRef } from "../refs/schema.ts";
import { andUnhidden } from "../visibility/teams.ts";
import { MOST_AT_ONCE } from "./schema.ts";

/** Finds the visible parents of tasks, by ID. */
export const findParents = query({
  name: "tasks.findParents",
  scope: "tasks.read",
  input: z.strictObject({ ids: z.array(keys.task).max(MOST_AT_ONCE) }),
  async run({ db, actor }, { ids }): Promise<ReadonlyMap<string, TaskRef>> {
    const { rows } = await sql<{ id: string; parent: Json<TaskRef> }>`
      select t.id, ${sql.raw(taskRefJson("parent"))} as parent
      from json_each(${JSON.stringify(ids)}) asked cross join tasks t on t.id = asked.value
        cross join tasks parent on parent.id = t.parent_id
      where t.workspace_id = ${actor.workspace.id} ${andUnhidden(actor, "t.team_id")}
        ${andUnhidden(actor, "parent.team_id")}`.execute(db);
    return new Map(rows.map(({ id, parent }) => [id, parseJson(parent)]));
  },
});
