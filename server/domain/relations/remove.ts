import type { z } from "zod";
import type { Member } from "../core/actor.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { readTask, type VersionedTask } from "../tasks/find.ts";
import { locatePair, type Pair, recordRelation } from "./pair.ts";
import { RelationKey } from "./schema.ts";

/**
 * Removes a relation, from either side. Without one, nothing changes.
 * @throws NotFound; Forbidden unless a task writer of the first; Conflict if that is archived
 */
export const removeRelation = operation({
  name: "relations.remove",
  scope: "tasks.write",
  input: RelationKey,
  async run(context, input): Promise<VersionedTask> {
    const { task } = await unrelateTasks(context, input);
    return await readTask(context, task.id);
  },
});

/** Removes a relation, without reading the task's record. */
export async function unrelateTasks(
  context: WriteContext<Member>,
  input: z.output<typeof RelationKey>,
): Promise<Pair> {
  const pair = await locatePair(context, input);
  const { numDeletedRows } = await context.tx.deleteFrom("task_relations")
    .where("task_id", "=", pair.row.task_id).where("kind", "=", pair.row.kind)
    .where("other_id", "=", pair.row.other_id).executeTakeFirst();
  if (numDeletedRows) await recordRelation(context, pair, input.kind, "removed");
  return pair;
}
