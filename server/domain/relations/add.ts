import { sql } from "kysely";
import { Conflict } from "../core/errors.ts";
import { operation, type ReadContext } from "../core/operation.ts";
import { readTask, type VersionedTask } from "../tasks/find.ts";
import { requireChangeable } from "../tasks/locate.ts";
import { locatePair, type Pair, recordRelation } from "./pair.ts";
import { RelationKey } from "./schema.ts";

/**
 * Relates a task to another; once is enough, and a second time changes nothing. It takes a task writer of the first
 * and sight of the other, and both histories tell it.
 * @throws NotFound; Forbidden unless a task writer; Invalid for a task and itself; Conflict when either is archived,
 *   or when tasks would block or duplicate each other in a circle.
 */
export const addRelation = operation({
  name: "relations.add",
  scope: "tasks.write",
  input: RelationKey,
  async run(context, input): Promise<VersionedTask> {
    const { tx, now } = context;
    const pair = await locatePair(context, input);
    await requireChangeable(context, pair.other);
    await requireNoCircle(context, pair);
    const { numInsertedOrUpdatedRows } = await tx.insertInto("task_relations")
      .values({ ...pair.row, created_at: now.toISOString() })
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    if (numInsertedOrUpdatedRows) {
      await recordRelation(context, pair, input.kind, "added");
    }
    return await readTask(context, pair.task.id);
  },
});

/** @throws Conflict when the second task leads back to the first, through however many others */
async function requireNoCircle({ db }: ReadContext, { row }: Pair): Promise<void> {
  if (row.kind === "relatesTo") return;
  const { rows } = await sql`
    with recursive reached (id) as (
      select ${row.other_id} union
      select r.other_id from task_relations r join reached on r.task_id = reached.id
      where r.kind = ${row.kind})
    select 1 from reached where id = ${row.task_id}`.execute(db);
  if (rows.length === 0) return;
  const circle = row.kind === "blocks" ? "block each other" : "be duplicates of each other";
  throw new Conflict(`These tasks would ${circle}, in a circle.`, {
    code: "relation_cycle",
    hint: "Remove the relation that leads the other way first.",
  });
}
