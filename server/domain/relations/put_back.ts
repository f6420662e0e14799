import type { Member } from "../core/actor.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import type { StoredTask } from "../tasks/locate.ts";
import { relateTasks } from "./add.ts";
import { relationFrom, rowOf } from "./pair.ts";
import { unrelateTasks } from "./remove.ts";

/** Returns whether a relation exists. @param id its name in `undoOf` */
export async function relationExists(
  { db }: ReadContext,
  _task: StoredTask,
  id: string,
): Promise<boolean> {
  const { task_id, kind, other_id } = rowOf(id);
  const found = await db.selectFrom("task_relations").select("kind").where("task_id", "=", task_id)
    .where("kind", "=", kind).where("other_id", "=", other_id).executeTakeFirst();
  return found !== undefined;
}

/** Restores or removes a relation. @throws errors of adding and removing a relation */
export async function putRelation(
  context: WriteContext<Member>,
  { id: taskId }: StoredTask,
  id: string,
  stood: boolean,
): Promise<void> {
  const relation = relationFrom(taskId, id);
  await (stood ? relateTasks : unrelateTasks)(context, relation);
}
