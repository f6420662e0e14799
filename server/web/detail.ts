import type { Context } from "hono";
import type { TaskDetailProps } from "../../views/tasks/detail.tsx";
import type { TextEdit } from "../../views/tasks/text.tsx";
import { isTaskWriter } from "../domain/actor.ts";
import { perform } from "../domain/operation.ts";
import { findTask } from "../domain/tasks/find.ts";
import { parseJson } from "../domain/tasks/record.ts";
import type { Env } from "../http/env.ts";
import { teamsOf } from "./shell.ts";

/**
 * Everything that a task's page shows.
 * @param taskId a reference or an id
 * @param edit what is open for editing; its text is the task's own unless one was typed already
 * @throws NotFound when there is none, or none for this member
 */
export async function readDetail(
  c: Context<Env>,
  taskId: string,
  edit: Omit<TextEdit, "value"> & { value?: string } | null,
): Promise<TaskDetailProps> {
  const deps = c.get("deps");
  const member = c.get("member");
  const [found, teams] = await Promise.all([
    perform(deps, member, findTask, { taskId }),
    teamsOf(c),
  ]);
  const task = parseJson(found.task);
  const writable = isTaskWriter(member, task.teamId);
  return {
    task,
    team: teams.find(({ id }) => id === task.teamId),
    reading: { now: deps.clock(), timeZone: member.workspace.timeZone },
    edit: edit && writable ? { ...edit, value: edit.value ?? task[edit.field] ?? "" } : null,
    writable,
  };
}
