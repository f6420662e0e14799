import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { Conflict, Invalid, NotFound } from "../core/errors.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { readTask, type VersionedTask } from "../tasks/find.ts";
import { locateTask, requireChangeable, type StoredTask } from "../tasks/locate.ts";
import { mirrored } from "../vocabulary.ts";
import { locatePair, type Pair, pairOf, recordRelation, recordSide } from "./pair.ts";
import { RelationKey, type StartingRelation } from "./schema.ts";

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
    const pair = await locatePair(context, input);
    if (await relate(context, pair)) await recordRelation(context, pair, input.kind, "added");
    return await readTask(context, pair.task.id);
  },
});

/**
 * Relates a task that is being made to others. That it was made tells of it; the others' histories tell it too.
 * @throws Invalid for a task that isn't there; Conflict when one is archived, or when tasks would block or duplicate
 *   each other in a circle
 */
export async function addStartingRelations(
  context: WriteContext<Member>,
  task: StoredTask,
  relations: readonly StartingRelation[],
): Promise<void> {
  for (const [at, { kind, taskId }] of relations.entries()) {
    const other = await locateTask(context, taskId).catch((error) => {
      if (!(error instanceof NotFound)) throw error;
      const path = ["relations", at, "taskId"];
      throw new Invalid([{ path, message: error.message }], { code: "unknown_related_task" });
    });
    const added = await relate(context, pairOf(task, kind, other));
    const side = { subject: other, kind: mirrored[kind], named: task };
    if (added) await recordSide(context, side, "added");
  }
}

/** @returns whether the tasks weren't related so before */
async function relate(context: WriteContext<Member>, pair: Pair): Promise<boolean> {
  await requireChangeable(context, pair.other);
  await requireNoCircle(context, pair);
  const { numInsertedOrUpdatedRows } = await context.tx.insertInto("task_relations")
    .values({ ...pair.row, created_at: context.now.toISOString() })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}

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
