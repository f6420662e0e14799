import { type KindOf, kindsOf } from "./kinds.ts";

/** How long what somebody did can be taken back, in milliseconds. `RULES.md`, Tasks */
export const UNDOABLE_MS = 7 * 24 * 3_600_000;

/**
 * What can happen to a task and isn't taken back from its history: what was read can't be unread, what was decided is;
 * what is added beside the record, links and relations, is taken off again by an act of its own.
 */
const lasting: ReadonlySet<string> = new Set<KindOf<"task">>([
  "task.published",
  "task.placed",
  "task.commented",
  "task.comment_edited",
  "task.comment_deleted",
  "task.resource_added",
  "task.resource_changed",
  "task.resource_removed",
  "task.relation_added",
  "task.relation_removed",
  "task.approval_requested",
  "task.approved",
  "task.declined",
  "task.approval_withdrawn",
]);

const undoable = new Set<string>(kindsOf("task").filter((kind) => !lasting.has(kind)));

/** Whether what an entry of a task's history tells can be taken back by who did it. */
export function isUndoable({ kind }: { kind: string }): boolean {
  return undoable.has(kind);
}
