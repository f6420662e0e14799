import { sql } from "kysely";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { locateTask } from "../tasks/locate.ts";
import { type Resource, ResourceList } from "./schema.ts";
import { resourceFields, resourcesExist } from "./record.ts";

const oldestFirst: ListOrder = { list: "resources", by: ["r.id"] };

/** Lists a task's links, oldest first. A discarded draft has none. @throws NotFound for the task */
export const listResources = query({
  name: "resources.list",
  scope: "tasks.read",
  input: ResourceList,
  async run(context, { taskId, ...page }): Promise<ListPage<Resource>> {
    const task = await locateTask(context, taskId);
    return await readPage(context, oldestFirst, page, {
      json: sql`json_object(${sql.raw(resourceFields)})`,
      from: sql`task_resources r join tasks t on t.id = r.task_id
        join profiles adder on adder.id = r.creator_id`,
      where: [sql`r.task_id = ${task.id}`, sql`${sql.raw(resourcesExist)}`],
    });
  },
});
