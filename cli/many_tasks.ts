import type { Task } from "../server/domain/tasks/schema.ts";
import { ask, workspacePath } from "./client.ts";
import { argument, command } from "./command.ts";
import { print } from "./output.ts";
import { resolveSettings } from "./settings.ts";
import { taskTable } from "./task_views.ts";

/** Several tasks as one argument. */
export const tasksArgument = {
  tasks: argument("Task IDs or references, comma-separated, such as ENG-123,ENG-124"),
};

/** Splits an argument into task references. */
export function referencesIn(tasks: string): string[] {
  return tasks.split(",").map((task) => task.trim());
}

/**
 * Creates a command that changes several tasks for the user, all or nothing, and prints the tasks that changed.
 * @param at the path in the workspace
 * @param does the rest of the request's body
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
          tasks.length > 0 ? taskTable({ tasks, nextCursor: null }) : "Nothing to change",
      );
    },
  });
}
