import { commentsOf } from "./plan_comments.ts";
import type { PlannedComment, Planning } from "./planning.ts";
import { UnmatchedPeople } from "./people.ts";
import { Notes } from "./report.ts";
import type { ForeignTask } from "./task.ts";

/** Returns new comments on tasks of earlier imports. Nothing else of these tasks changes. */
export function laterComments(
  planning: Planning,
  tasks: readonly ForeignTask[],
): { taskId: string; comments: PlannedComment[] }[] {
  const { here, notes } = planning;
  return tasks.flatMap((task) => {
    const taskId = here.earlier.get(task.key);
    const before = taskId === undefined ? undefined : here.before.get(taskId);
    if (taskId === undefined || !before) return [];
    // Comments that aren't imported need no other notes
    const told = before.archived
      ? { ...planning, notes: new Notes(), unmatched: new UnmatchedPeople() }
      : planning;
    const comments = commentsOf(told, task, before.createdAt, before.comments);
    if (comments.length === 0) return [];
    if (!before.archived) return [{ taskId, comments }];
    notes.add({ what: "New comments", why: "their task is archived", of: task.called });
    return [];
  });
}
