import type { Member } from "../domain/core/actor.ts";
import { within, type WriteContext } from "../domain/core/operation.ts";
import type { Task } from "../domain/tasks/schema.ts";
import { updateTaskRow } from "../domain/tasks/update.ts";
import type { RecordCommand } from "./record_command.ts";

/** Changes fields of a task. @param patch returns the new values from the typed value and the current task */
export function patching(
  takes: RecordCommand<Task>["takes"],
  patch: (value: string, task: Task) => Record<string, unknown>,
  message: RecordCommand<Task>["message"],
): RecordCommand<Task> {
  const run = (context: WriteContext<Member>, task: Task, value: string) =>
    within(context, updateTaskRow, { taskId: task.id, patch: patch(value, task) });
  return { takes, run, message };
}
