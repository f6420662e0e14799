import type { Member } from "../core/actor.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import type { StoredTask } from "../tasks/locate.ts";
import { relateTasks } from "./add.ts";
import { relationFrom, rowOf } from "./pair.ts";
import { unrelateTasks } from "./remove.ts";

/** Whether a relation stands. @param id as `undoOf` names it */
export async function relationStands(
  { db }: ReadContext,
  _task: StoredTask,
  id: string,
): Promise<boolean> {
  const { task_id, kind, other_id } = rowOf(id);
  const found = await db.selectFrom("task_relations").select("kind").where("task_id", "=", task_id)
    .where("kind", "=", kind).where("other_id", "=", other_id).executeTakeFirst();
  return found !== undefined;
}

/** Relates a task as it was before, or no longer. @throws what adding and removing a relation throw */
export async function putRelation(
  context: WriteContext<Member>,
  { id: taskId }: StoredTask,
  id: string,
  stood: boolean,
): Promise<void> {
  const relation = relationFrom(taskId, id);
  await (stood ? relateTasks : unrelateTasks)(context, relation);
}
