import type { DataOf, Fact } from "../activity/kinds.ts";
import { recordActivity, type Undo, undoOf } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { invalidField } from "../core/errors.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import {
  locateTask,
  requireChangeable,
  requireTaskWriter,
  type StoredTask,
} from "../tasks/locate.ts";
import { type KeptRelation, keptRelations, mirrored, type RelationKind } from "../vocabulary.ts";

/** Two tasks, and the row of their relation. */
export interface Pair {
  task: StoredTask;
  other: StoredTask;
  row: { task_id: string; kind: KeptRelation; other_id: string };
}

/**
 * Returns the two tasks of a relation. One row stores both sides: `blockedBy` and `duplicatedBy` are reversed, and
 * `relatesTo` starts with the older task.
 * @throws NotFound for either; Forbidden unless a task writer of the first; Conflict if that task or its team is
 * archived; Invalid if both are the same task
 */
export async function locatePair(
  context: ReadContext<Member>,
  { taskId, kind, otherId }: { taskId: string; kind: RelationKind; otherId: string },
): Promise<Pair> {
  const task = await locateTask(context, taskId);
  const other = await locateTask(context, otherId);
  requireTaskWriter(context.actor, task.team_id);
  requireChangeable(task);
  if (task.id === other.id) {
    throw invalidField("otherId", "Choose another task. A task can't be related to itself.", {
      code: "self_relation",
    });
  }
  return pairOf(task, kind, other);
}

/** Returns two tasks and the relation of the first to the second. */
export function pairOf(task: StoredTask, kind: RelationKind, other: StoredTask): Pair {
  const kept = isKept(kind) ? kind : mirrored[kind];
  const turned = kept !== kind || (kind === "relatesTo" && other.id < task.id);
  const [first, second] = turned ? [other, task] : [task, other];
  return { task, other, row: { task_id: first.id, kind: kept, other_id: second.id } };
}

function isKept(kind: RelationKind): kind is KeptRelation {
  return (keptRelations as readonly RelationKind[]).includes(kind);
}

/** Records the change in both tasks' activity. */
export async function recordRelation(
  context: WriteContext<Member>,
  { task, other, row }: Pair,
  kind: RelationKind,
  change: "added" | "removed",
): Promise<void> {
  const stands = change === "added";
  const undo = undoOf("relation", relationId(row), !stands, stands);
  await recordSide(context, { subject: task, kind, named: other }, change, undo);
  await recordSide(context, { subject: other, kind: mirrored[kind], named: task }, change, undo);
}

/** Returns the name of a relation for undo, which is the same from both sides. */
function relationId({ task_id, kind, other_id }: Pair["row"]): string {
  return `${task_id} ${kind} ${other_id}`;
}

/** Returns the row of a relation by this name. */
export function rowOf(id: string): Pair["row"] {
  const [task_id, kind, other_id] = id.split(" ") as [string, KeptRelation, string];
  return { task_id, kind, other_id };
}

/** Returns the relation by this name, from one task's side. */
export function relationFrom(taskId: string, id: string) {
  const { task_id, kind, other_id } = rowOf(id);
  return task_id === taskId
    ? { taskId, kind, otherId: other_id }
    : { taskId, kind: mirrored[kind], otherId: task_id };
}

/** Records an added or removed relation in one task's activity. */
export async function recordSide(
  context: WriteContext<Member>,
  { subject, kind, named }: {
    subject: Pick<StoredTask, "id">;
    kind: RelationKind;
    named: Pick<StoredTask, "id" | "team_id" | "number" | "title">;
  },
  change: "added" | "removed",
  undo?: Undo,
): Promise<void> {
  const { key } = await context.tx.selectFrom("teams").select("key")
    .where("id", "=", named.team_id).executeTakeFirstOrThrow();
  const what = { id: named.id, kind, reference: `${key}-${named.number}`, title: named.title };
  await recordActivity(context, subject.id, relationFact(change, what), undo);
}

function relationFact(
  change: "added" | "removed",
  what: DataOf<"task.relation_added">["to"],
): Fact {
  return change === "added"
    ? { kind: "task.relation_added", data: { to: what } }
    : { kind: "task.relation_removed", data: { from: what } };
}
