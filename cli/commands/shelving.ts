import type { Task } from "../../server/domain/tasks/schema.ts";
import { ask, workspacePath } from "../client.ts";
import { type Argument, command } from "../command.ts";
import { argument } from "../command.ts";
import { print } from "../output.ts";
import { resolveSettings } from "../settings.ts";
import { listing } from "../table.ts";
import { taskListing } from "../task_views.ts";

interface Shelf<T> {
  /** `tasks`: the first word of the commands, and the collection's name. */
  noun: string;
  arg: Argument & { required: true };
  render: (answer: T) => string;
}

/** Creates a command that archives or restores a record. */
function shelving<T>(
  { noun, arg, render }: Shelf<T>,
  does: "archive" | "restore",
  summary: string,
) {
  return command({
    path: `${noun} ${does}`,
    summary,
    args: { [noun.slice(0, -1)]: arg },
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const [named = ""] = Object.values(args);
      const path = `${await workspacePath(settings)}/${noun}/${encodeURIComponent(named)}`;
      const answer = await ask<T>(
        settings,
        does === "archive"
          ? { method: "DELETE", path }
          : { method: "POST", path: `${path}/restore` },
      );
      await print(globals, answer, render);
    },
  });
}

const tasks: Shelf<{ task: Task }> = {
  noun: "tasks",
  arg: argument("Task, by ID or reference, such as ENG-123"),
  render: taskListing,
};

interface ProjectAnswer {
  project: { key: string; name: string; status: string; archivedAt: string | null };
}
const projects: Shelf<ProjectAnswer> = {
  noun: "projects",
  arg: argument("Project, by ID, key, or name"),
  render: ({ project: { key, name, status, archivedAt } }) =>
    listing([["Project", `${key}  ${name}`], ["Status", archivedAt ? "archived" : status]]),
};

export const taskCommands = [
  shelving(tasks, "archive", "Archive a task, or discard a draft"),
  shelving(tasks, "restore", "Restore an archived task"),
];

export const projectCommands = [
  shelving(projects, "archive", "Archive a project"),
  shelving(projects, "restore", "Restore an archived project"),
];
