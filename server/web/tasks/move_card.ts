import { taskPath, taskPlacePath } from "../../../views/paths.ts";
import { priorityWords, statusWords } from "../../../views/ui/words.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import { updateTask } from "../../domain/tasks/update.ts";
import { updateTasks } from "../../domain/tasks/update_many.ts";
import { action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { optional, type ValuesOf } from "../forms.ts";
import { done } from "./undo.ts";

/** What a card gets from the column that it is put into, where it isn't its own, and beside which task it is put. */
const form = {
  status: optional,
  priority: optional,
  assigneeId: optional,
  projectId: optional,
  /** The label of its new column and that of the old one; empty is the column of those that have none. */
  label: optional,
  fromLabel: optional,
  before: optional,
  after: optional,
  /** Beside which other sub-task of its parent it is put. */
  beforeSibling: optional,
  afterSibling: optional,
};
type Move = ValuesOf<typeof form>;

/**
 * Puts a card of a board into another column, to another place in its team's order by hand, or both in one act; and a
 * sub-task to another place among those of its parent.
 */
export const moveCard = action({
  path: taskPlacePath,
  form,
  does: (move, at) => moved(at, move),
  says: (task, move, at) => done(`${task.reference} ${whereTo(task, move)}.`, at),
  home: ({ taskId }) => taskPath(taskId),
});

async function moved(
  at: ActionContext<Member, typeof taskPlacePath>,
  { label, fromLabel, ...move }: Move,
): Promise<Task> {
  const { taskId } = at.params;
  const { beforeSibling, afterSibling, ...card } = move;
  if (beforeSibling ?? afterSibling) {
    const patch = { beforeSibling, afterSibling };
    return parseJson((await at.perform(updateTask, { taskId, patch })).json);
  }
  const patch = {
    ...card,
    assigneeId: card.assigneeId === "" ? null : card.assigneeId,
    projectId: card.projectId === "" ? null : card.projectId,
  };
  if (label === undefined) {
    return parseJson((await at.perform(updateTask, { taskId, patch })).json);
  }
  // Its other labels stay, which may be changed meanwhile; in the column of those without any it has none.
  const tags = label === ""
    ? { tags: [] }
    : { addTags: [label], ...(fromLabel ? { removeTags: [fromLabel] } : {}) };
  const [task] = parseJson(
    await at.perform(updateTasks, { taskIds: [taskId], patch: { ...patch, ...tags } }),
  );
  return task!;
}

/** Where a task was put, as its new column is called. */
function whereTo(
  task: Task,
  { before, after, beforeSibling, afterSibling, ...column }: Move,
): string {
  if (beforeSibling) return `moved before ${beforeSibling}`;
  if (afterSibling) return `moved after ${afterSibling}`;
  const { status, priority, assigneeId, projectId, label } = column;
  if (status !== undefined) return `moved to ${statusWords[task.status]}`;
  if (priority !== undefined) return `moved to ${priorityWords[task.priority]}`;
  if (assigneeId !== undefined) return `moved to ${task.assignee?.name ?? "Nobody"}`;
  if (projectId !== undefined) return `moved to ${task.project?.name ?? "No project"}`;
  if (label !== undefined) {
    return `moved to ${task.labels.find(({ id }) => id === label)?.name ?? "No label"}`;
  }
  return before ? `moved before ${before}` : `moved after ${after}`;
}
