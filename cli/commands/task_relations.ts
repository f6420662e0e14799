import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, command, oneOf } from "../command.ts";
import { print } from "../output.ts";
import { resolveSettings } from "../settings.ts";
import { relationNames } from "../task_fields.ts";
import { taskDetail } from "../task_views.ts";

const pair = {
  task: argument("Task, by ID or reference, such as ENG-123"),
  kind: argument(`Kind of relation: ${oneOf(relationNames)}`, relationNames),
  other: argument("Other task, by ID or reference"),
};

/** Creates a command that adds or removes a relation. */
function relating(words: string, summary: string, method: "PUT" | "DELETE") {
  return command({
    path: words,
    summary,
    args: pair,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const [task, kind, other] = [args.task, args.kind, args.other].map(encodeURIComponent);
      const path = `${await workspacePath(settings)}/tasks/${task}/relations/${kind}/${other}`;
      const answer = await ask<{ task: TaskDetail }>(settings, { method, path });
      await print(globals, answer, taskDetail);
    },
  });
}

export const commands = [
  relating("tasks relate", "Add a relation between two tasks", "PUT"),
  relating("tasks unrelate", "Remove a relation between two tasks", "DELETE"),
];
