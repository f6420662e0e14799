import { ask, askAll, type Collection, workspacePath } from "../client.ts";
import { choice, command, flag, value } from "../command.ts";
import { print } from "../output.ts";
import { table } from "../table.ts";
import { resolveSettings } from "../settings.ts";

interface Project {
  key: string;
  name: string;
  status: string;
  targetDate?: string | null;
}
type Projects = Collection<"projects", Project>;

function render({ projects, nextCursor }: Projects): string {
  const rows = projects.map(({ key, status, targetDate, name }) => [
    key,
    status,
    targetDate ?? "",
    name,
  ]);
  const body = table(["Project", "Status", "Target", "Name"], rows, "No project matches.");
  return nextCursor ? `${body}\n\nMore: add --cursor ${nextCursor}` : body;
}

export const commands = [
  command({
    path: "projects list",
    summary: "List projects",
    options: {
      status: choice("<status>", ["backlog", "planned", "active", "completed", "cancelled"]),
      archived: flag("Archived ones, in place of the others"),
      limit: value("<n>", "At most so many, 250 at most; all without it"),
      cursor: value("<cursor>", "The page after the one that gave this as nextCursor"),
    },
    async run({ options: { archived, ...asked }, globals }) {
      const options = { ...asked, ...(archived && { archived: "true" }) };
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/projects`;
      const answer = options.limit === undefined && options.cursor === undefined
        ? await askAll<"projects", Project>(settings, path, "projects", options)
        : await ask<Projects>(settings, { method: "GET", path, query: options });
      await print(globals, answer, render);
    },
  }),
];
