import { ask, askAll, workspacePath } from "../client.ts";
import { command, value } from "../command.ts";
import { print } from "../output.ts";
import { resolveSettings } from "../settings.ts";
import { table } from "../table.ts";

interface Team {
  id: string;
  key: string;
  name: string;
}

interface OpenTasks {
  backlogged: number;
  planned: number;
  progressed: number;
}

export const commands = [
  command({
    path: "teams list",
    summary: "List the teams that you see",
    async run({ globals }) {
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/teams`;
      const answer = await askAll<"teams", Team>(settings, path, "teams");
      await print(
        globals,
        answer,
        ({ teams }) =>
          table(
            ["Team", "Id", "Name"],
            teams.map(({ key, id, name }) => [key, id, name]),
            "There is no team.",
          ),
      );
    },
  }),
  command({
    path: "teams open-tasks",
    summary: "Count the open tasks of each team, by status",
    options: { teamId: value("<id>", "Of one team alone") },
    async run({ options: query, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/open-tasks`;
      const answer = await ask<{ openTasks: Record<string, OpenTasks> }>(settings, {
        method: "GET",
        path,
        query,
      });
      await print(globals, answer, ({ openTasks }) =>
        table(
          ["Team", "Backlog", "Planned", "In progress"],
          Object.entries(openTasks).map(([id, { backlogged, planned, progressed }]) => [
            ...[id, String(backlogged), String(planned), String(progressed)],
          ]),
          "No task is open.",
        ));
    },
  }),
];
