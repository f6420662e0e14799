import { taskPagePath, taskPath } from "../../../views/paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { createTask } from "../../domain/tasks/create.ts";
import { makeSubTasks } from "../../domain/tasks/make_sub_tasks.ts";
import { findTaskRow } from "../../domain/tasks/find_row.ts";
import { findSeveralTasks } from "../../domain/tasks/find_several.ts";
import type { TaskDetail } from "../../domain/tasks/schema.ts";
import type { Member } from "../../domain/core/actor.ts";
import { action } from "../action.ts";
import type { PageContext } from "../context.ts";
import { number, text } from "../forms.ts";
import { done } from "./undo.ts";

/** Creates a sub-task in the same team and project. */
export const addSubTask = action({
  path: taskPagePath,
  button: "act=addSubTask",
  form: { title: text },
  async does({ title }, at) {
    const { taskId } = at.params;
    const { teamId, projectId } = parseJson(await at.ask(findTaskRow, { taskId }));
    const made = await at.perform(createTask, { title, teamId, projectId, parentId: taskId });
    return parseJson(made.json);
  },
  says: ({ reference }, _form, at) => done(`${reference} created`, at),
  home: ({ taskId }) => taskPath(taskId),
});

/** Creates sub-tasks from the selected list items of a description, and saves the description. */
export const splitDescription = action({
  path: taskPagePath,
  button: "editing=sub-tasks",
  closes: ["edit"],
  form: { description: text, version: number, from: number, to: number },
  does: ({ version, ...lines }, { perform, params: { taskId } }) =>
    perform(makeSubTasks, { taskId, sinceVersion: version, ...lines }),
  says: ({ made }, _form, at) =>
    done(made === 1 ? "1 sub-task created" : `${made} sub-tasks created`, at),
  home: ({ taskId }) => taskPath(taskId),
});

/** Returns a task's sub-tasks as list JSON, in manual order. Reads nothing if there are none. */
export async function readSubTasks(
  { ask }: PageContext<Member>,
  { children }: TaskDetail,
): Promise<string> {
  if (children.length === 0) return "[]";
  const ids = children.map(({ id }) => id);
  const records = new Map(
    (await ask(findSeveralTasks, { ids })).map(({ cacheKey: [id], record }) => [id, record]),
  );
  return `[${ids.flatMap((id) => records.get(id) ?? []).join(",")}]`;
}
