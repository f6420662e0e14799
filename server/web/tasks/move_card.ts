import { selectedPlacePath, taskPath, taskPlacePath, tasksPath } from "../../../views/paths.ts";
import { priorityWords, statusWords } from "../../../views/ui/words.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import { updateTaskRow } from "../../domain/tasks/update.ts";
import { updateTasks } from "../../domain/tasks/update_many.ts";
import { action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { optional, type ValuesOf } from "../forms.ts";
import { countOf, references, saidOf } from "./selected_tasks.ts";
import { done } from "./undo.ts";

/** The values that a card gets from its new column, and the task beside it. */
const card = {
  status: optional,
  priority: optional,
  assigneeId: optional,
  projectId: optional,
  /** The labels of its new and old columns; empty for the column without labels. */
  label: optional,
  fromLabel: optional,
  before: optional,
  after: optional,
};
type CardMove = ValuesOf<typeof card>;

const form = {
  ...card,
  /** The sub-task next to the moved sub-task's new position. */
  beforeSibling: optional,
  afterSibling: optional,
};
type Move = ValuesOf<typeof form>;

/**
 * Moves a card to another column, to another position in its team's manual order, or both in one change. Also moves a
 * sub-task among those of its parent.
 */
export const moveCard = action({
  path: taskPlacePath,
  form,
  does: (move, at) => moved(at, move),
  says: (task, move, at) => done(`${task.reference} ${whereTo(task, move)}`, at),
  home: ({ taskId }) => taskPath(taskId),
});

/** Moves several cards to another column, position, or both in one change. They keep their manual order. */
export const moveCards = action({
  path: selectedPlacePath,
  form: { tasks: references, ...card },
  does: ({ tasks: taskIds, ...move }, at) => movedTogether(at, taskIds, move),
  says: (tasks, move, at) =>
    done(
      saidOf(tasks, at.act, (some) => `${countOf(some)} ${whereTo(some[0]!, move)}`, [
        "was already there",
        "were already there",
      ]),
      at,
    ),
  home: () => tasksPath,
});

async function moved(
  at: ActionContext<Member, typeof taskPlacePath>,
  { beforeSibling, afterSibling, ...move }: Move,
): Promise<Task> {
  const { taskId } = at.params;
  if (!(beforeSibling ?? afterSibling) && move.label !== undefined) {
    const [task] = await movedTogether(at, [taskId], move);
    return task!;
  }
  const patch = beforeSibling ?? afterSibling ? { beforeSibling, afterSibling } : patchOf(move);
  return parseJson(await at.perform(updateTaskRow, { taskId, patch }));
}

async function movedTogether(
  at: ActionContext<Member>,
  taskIds: string[],
  move: CardMove,
): Promise<Task[]> {
  const patch = { ...patchOf(move), ...tagsOf(move) };
  return parseJson(await at.perform(updateTasks, { taskIds, patch }));
}

function patchOf({ label: _label, fromLabel: _from, ...move }: CardMove) {
  return {
    ...move,
    assigneeId: move.assigneeId === "" ? null : move.assigneeId,
    projectId: move.projectId === "" ? null : move.projectId,
  };
}

/** Replaces the label of the old column. Other labels stay, except in the column without labels. */
function tagsOf({ label, fromLabel = "" }: CardMove) {
  if (label === undefined) return {};
  if (label === "") return { tags: [] };
  const left = fromLabel.split(",").filter((one) => one !== "" && one !== label);
  return { addTags: [label], ...(left.length > 0 ? { removeTags: left } : {}) };
}

/** Describes the new position of a task by its column or neighbor. */
function whereTo(
  task: Task,
  { before, after, beforeSibling, afterSibling, ...column }: Partial<Move>,
): string {
  if (beforeSibling) return `moved before ${beforeSibling}`;
  if (afterSibling) return `moved after ${afterSibling}`;
  const { status, priority, assigneeId, projectId, label } = column;
  if (status !== undefined) return `moved to ${statusWords[task.status]}`;
  if (priority !== undefined) return `moved to ${priorityWords[task.priority]}`;
  if (assigneeId !== undefined) return `moved to ${task.assignee?.name ?? "No assignee"}`;
  if (projectId !== undefined) return `moved to ${task.project?.name ?? "No project"}`;
  if (label !== undefined) {
    return `moved to ${task.labels.find(({ id }) => id === label)?.name ?? "No label"}`;
  }
  return before ? `moved before ${before}` : `moved after ${after}`;
}
