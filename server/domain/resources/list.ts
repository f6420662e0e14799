import { sql } from "kysely";
import { query } from "../operation.ts";
import { locateTask } from "../tasks/locate.ts";
import type { Json } from "../tasks/record.ts";
import type { Resource } from "../tasks/schema.ts";
import { resourceMembers } from "./record.ts";
import { ResourceList } from "./schema.ts";

/** A task's resources, oldest first: all of them, a hundred at most. @throws NotFound for the task */
export const listResources = query({
  name: "resources.list",
  scope: "tasks.read",
  input: ResourceList,
  async run({ db, actor }, { taskId }): Promise<Json<Resource[]>> {
    const task = await locateTask(db, actor, taskId);
    const { rows } = await sql<{ json: string }>`
      select json_group_array(json_object(${sql.raw(resourceMembers)}) order by r.id) as json
      from task_resources r join profiles adder on adder.id = r.creator_id
      where r.task_id = ${task.id}`.execute(db);
    return rows[0]!.json;
  },
});
