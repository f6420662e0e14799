import { taskPagePath, taskPath } from "../../../views/paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { createTask } from "../../domain/tasks/create.ts";
import { findTask } from "../../domain/tasks/find.ts";
import { findTasks } from "../../domain/tasks/editions.ts";
import type { TaskDetail } from "../../domain/tasks/schema.ts";
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

/**
 * A task's sub-tasks as a list shows tasks, in their order by hand, as JSON text; nothing is read where there are none.
 */
export async function readSubTasks(
  { ask }: PageContext<Member>,
  { children }: TaskDetail,
): Promise<string> {
  if (children.length === 0) return "[]";
  const ids = children.map(({ id }) => id);
  const records = new Map(
    (await ask(findTasks, { ids })).map(({ edition: [id], record }) => [id, record]),
  );
  return `[${ids.flatMap((id) => records.get(id) ?? []).join(",")}]`;
}
