import type { FoundRecord } from "../../server/domain/search/schema.ts";
import { argument, choice, command, value } from "../command.ts";
import { ask, workspacePath } from "../client.ts";
import { print } from "../output.ts";
import { inRows } from "../reading.ts";
import { resolveSettings } from "../settings.ts";

const rows = inRows(
  ["Kind", "Key", "Status", "Name"],
  ({ kind, key, status, title }: FoundRecord) => [kind, key, status, title],
  "No results",
);

export const commands = [
  command({
    path: "search",
    summary: "Search for tasks, projects, people, teams, and views",
    args: { q: argument("Search text; prefix with @ for people, $ for projects, or # for tasks") },
    options: {
      scope: choice("<kinds>", ["all", "tasks", "projects", "people", "teams", "views"]),
      limit: value("<n>", "Maximum number of results, up to 50 (default: 20)"),
    },
    async run({ args, options, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/search`;
      const query = { ...args, ...options };
      const answer = await ask<{ results: FoundRecord[] }>(settings, {
        method: "GET",
        path,
        query,
      });
      await print(globals, answer, ({ results }) => rows(results));
    },
  }),
];
