import { taskPagePath, taskPath } from "../../../views/paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { createTask } from "../../domain/tasks/create.ts";
import { findTask } from "../../domain/tasks/find.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import { MOST_AT_ONCE, type TaskDetail } from "../../domain/tasks/schema.ts";
import type { Member } from "../../domain/core/actor.ts";
import { action } from "../action.ts";
import type { PageContext } from "../context.ts";
import { text } from "../forms.ts";
import { done } from "./undo.ts";

/** Makes a task below another one, in its team and its project. */
export const addSubTask = action({
  path: taskPagePath,
  button: "act=addSubTask",
  form: { title: text },
  async does({ title }, at) {
    const { taskId } = at.params;
    const { teamId, projectId } = parseJson((await at.ask(findTask, { taskId })).json);
    const made = await at.perform(createTask, { title, teamId, projectId, parentId: taskId });
    return parseJson(made.json);
  },
  says: ({ reference }, _form, at) => done(`${reference} created.`, at),
  home: ({ taskId }) => taskPath(taskId),
});

/** A task's sub-tasks as a list shows tasks, oldest first, as JSON text; nothing is read where there are none. */
export async function readSubTasks(
  { ask }: PageContext<Member>,
  { id, children }: TaskDetail,
): Promise<string> {
  if (children.length === 0) return "[]";
  const asked = { parentId: id, includeDrafts: "true", sort: "createdAt", limit: MOST_AT_ONCE };
  return (await ask(listTasks, asked)).records;
}
