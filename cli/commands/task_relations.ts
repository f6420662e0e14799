import type { TaskDetail } from "../../server/domain/tasks/schema.ts";
import { ask, workspacePath } from "../client.ts";
import { argument, command, oneOf } from "../command.ts";
import { print } from "../output.ts";
import { resolveSettings } from "../settings.ts";
import { relationNames } from "../task_fields.ts";
import { taskDetail } from "../task_views.ts";

const pair = {
  task: argument("The task's id or reference: ENG-123"),
  kind: argument(`How it stands to the other one: ${oneOf(relationNames)}`, relationNames),
  other: argument("The other task's id or reference"),
};

/** A command that relates a task to another, or takes that back. */
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
  relating("tasks relate", "Relate a task to another", "PUT"),
  relating("tasks unrelate", "Take a relation to another task away", "DELETE"),
];
