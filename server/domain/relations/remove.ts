import { operation } from "../core/operation.ts";
import { readTask, type VersionedTask } from "../tasks/find.ts";
import { locatePair, recordRelation } from "./pair.ts";
import { RelationKey } from "./schema.ts";

/**
 * Takes a relation away, from whichever side; one that isn't there changes nothing.
 * @throws NotFound; Forbidden unless a task writer of the first; Conflict when that is archived
 */
export const removeRelation = operation({
  name: "relations.remove",
  scope: "tasks.write",
  input: RelationKey,
  async run(context, input): Promise<VersionedTask> {
    const pair = await locatePair(context, input);
    const { numDeletedRows } = await context.tx.deleteFrom("task_relations")
      .where("task_id", "=", pair.row.task_id).where("kind", "=", pair.row.kind)
      .where("other_id", "=", pair.row.other_id).executeTakeFirst();
    if (numDeletedRows) await recordRelation(context, pair, input.kind, "removed");
    return await readTask(context, pair.task.id);
  },
});
