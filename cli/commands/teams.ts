import { ask, workspacePath } from "../client.ts";
import { command, flag, value } from "../command.ts";
import { print } from "../output.ts";
import { askPage, given, paging, withMore } from "../paging.ts";
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
    options: {
      q: value("<text>", "With these words"),
      includeArchived: flag("Archived ones too"),
      ...paging,
    },
    async run({ options: { includeArchived, ...asked }, globals }) {
      const settings = resolveSettings(globals);
      const query = { ...asked, ...given({ includeArchived }) };
      const path = `${await workspacePath(settings)}/teams`;
      const answer = await askPage<"teams", Team>(settings, path, "teams", query);
      await print(globals, answer, ({ teams }) => {
        const rows = teams.map(({ key, id, name }) => [key, id, name]);
        return withMore(table(["Team", "Id", "Name"], rows, "There is no team."), answer);
      });
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
