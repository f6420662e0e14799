import type { Task } from "../server/domain/tasks/schema.ts";
import { ask, workspacePath } from "./client.ts";
import { argument, command } from "./command.ts";
import { print } from "./output.ts";
import { resolveSettings } from "./settings.ts";
import { taskTable } from "./task_views.ts";

/** Several tasks as one argument. */
export const tasksArgument = {
  tasks: argument("Ids or references, separated by commas: ENG-123,ENG-124"),
};

/** The tasks that an argument names. */
export function referencesIn(tasks: string): string[] {
  return tasks.split(",").map((task) => task.trim());
}

/**
 * A command that does something with several tasks for oneself, all or none, and tells those of which that is new.
 * @param at where it is sent, in the workspace
 * @param does what is sent beside the tasks
 */
export function manyTasks(
  { path, summary, at, does }: { path: string; summary: string; at: string; does: object },
) {
  return command({
    path,
    summary,
    args: tasksArgument,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const answer = await ask<{ tasks: Task[] }>(settings, {
        method: "PATCH",
        path: `${await workspacePath(settings)}/${at}`,
        body: { taskIds: referencesIn(args.tasks), ...does },
      });
      await print(
        globals,
        answer,
        ({ tasks }) =>
          tasks.length > 0 ? taskTable({ tasks, nextCursor: null }) : "That was so already.",
      );
    },
  });
}
