import { selectedPlacePath, taskPath, taskPlacePath, tasksPath } from "../../../views/paths.ts";
import { priorityWords, statusWords } from "../../../views/ui/words.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import { updateTask } from "../../domain/tasks/update.ts";
import { updateTasks } from "../../domain/tasks/update_many.ts";
import { action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { optional, type ValuesOf } from "../forms.ts";
import { countOf, references, saidOf } from "./selected_tasks.ts";
import { done } from "./undo.ts";

/** What a card gets from the column that it is put into, where it isn't its own, and beside which task it is put. */
const card = {
  status: optional,
  priority: optional,
  assigneeId: optional,
  projectId: optional,
  /** The label of its new column and those of the old ones; empty is the column of those that have none. */
  label: optional,
  fromLabel: optional,
  before: optional,
  after: optional,
};
type CardMove = ValuesOf<typeof card>;

const form = {
  ...card,
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
  says: (task, move, at) => done(`${task.reference} ${whereTo(task, move)}`, at),
  home: ({ taskId }) => taskPath(taskId),
});

/** Puts several cards into another column, to another place, or both, in one act; they keep their order by hand. */
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
  return parseJson((await at.perform(updateTask, { taskId, patch })).json);
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

/** Its other labels stay, which may be changed meanwhile; in the column of those without any it has none. */
function tagsOf({ label, fromLabel = "" }: CardMove) {
  if (label === undefined) return {};
  if (label === "") return { tags: [] };
  const left = fromLabel.split(",").filter((one) => one !== "" && one !== label);
  return { addTags: [label], ...(left.length > 0 ? { removeTags: left } : {}) };
}

/** Where a task was put, as its new column is called. */
function whereTo(
  task: Task,
  { before, after, beforeSibling, afterSibling, ...column }: Partial<Move>,
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
