import { sql } from "kysely";
import type { z } from "zod";
import type { Member } from "../core/actor.ts";
import { Conflict, Invalid, NotFound } from "../core/errors.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { readTask, type VersionedTask } from "../tasks/find.ts";
import { locateTask, requireChangeable, type StoredTask } from "../tasks/locate.ts";
import { type KeptRelation, keptRelations, mirrored } from "../vocabulary.ts";
import { locatePair, type Pair, pairOf, recordRelation, recordSide } from "./pair.ts";
import { RelationKey, type StartingRelation } from "./schema.ts";

/**
 * Adds a relation between tasks. Repeating this changes nothing. The actor must be able to change the first task and
 * see the other. Both tasks' activity shows it.
 * @throws NotFound; Forbidden unless a task writer; Invalid if both are the same task; Conflict if either is archived,
 * or if tasks would block or duplicate each other in a circle.
 */
export const addRelation = operation({
  name: "relations.add",
  scope: "tasks.write",
  input: RelationKey,
  async run(context, input): Promise<VersionedTask> {
    const { task } = await relateTasks(context, input);
    return await readTask(context, task.id);
  },
});

/** Adds a relation, without reading the task's record. */
export async function relateTasks(
  context: WriteContext<Member>,
  input: z.output<typeof RelationKey>,
): Promise<Pair> {
  const pair = await locatePair(context, input);
  requireChangeable(pair.other);
  const { row } = pair;
  await requireNoCircle(context, row.kind, [row.other_id], row.task_id);
  if (await relate(context, pair)) await recordRelation(context, pair, input.kind, "added");
  return pair;
}

/**
 * Adds relations of a new task. Its creation implies them, and the others' activity shows them.
 * @throws Invalid for a missing task; Conflict if one is archived, or if tasks would block or duplicate each other in a
 * circle
 */
export async function addStartingRelations(
  context: WriteContext<Member>,
  task: StoredTask,
  relations: readonly StartingRelation[],
): Promise<void> {
  const rows: Pair["row"][] = [];
  for (const [at, { kind, taskId }] of relations.entries()) {
    const other = await locateTask(context, taskId).catch((error) => {
      if (!(error instanceof NotFound)) throw error;
      const path = ["relations", at, "taskId"];
      throw new Invalid([{ path, message: error.message }], { code: "unknown_related_task" });
    });
    requireChangeable(other);
    const pair = pairOf(task, kind, other);
    const side = { subject: other, kind: mirrored[kind], named: task };
    if (!await relate(context, pair)) continue;
    await recordSide(context, side, "added");
    rows.push(pair.row);
  }
  // Checks all at once, because each check alone would follow the same tasks again
  for (const kind of keptRelations) {
    const next = rows.filter((row) => row.kind === kind && row.task_id === task.id);
    await requireNoCircle(context, kind, next.map(({ other_id }) => other_id), task.id);
  }
}

/** @returns whether the tasks didn't have this relation before */
async function relate({ tx, now }: WriteContext<Member>, { row }: Pair): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto("task_relations")
    .values({ ...row, created_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return Boolean(numInsertedOrUpdatedRows);
}

/**
 * Checks that no task leads to another one of them, directly or indirectly.
 * @throws Conflict if there is a circle
 */
async function requireNoCircle(
  { db }: ReadContext,
  kind: KeptRelation,
  from: readonly string[],
  to: string,
): Promise<void> {
  if (kind === "relatesTo" || from.length === 0) return;
  const { rows } = await sql`
    with recursive reached (id) as (
      select value from json_each(${JSON.stringify(from)}) union
      select r.other_id from task_relations r join reached on r.task_id = reached.id
      where r.kind = ${kind})
    select 1 from reached where id = ${to}`.execute(db);
  if (rows.length === 0) return;
  const circle = kind === "blocks" ? "block each other" : "be duplicates of each other";
  throw new Conflict(`These tasks would ${circle} in a circle.`, {
    code: "relation_cycle",
    hint: "Remove one of the relations in the circle first.",
  });
}
