import { ask, type Collection, workspacePath } from "../client.ts";
import { argument, command, value } from "../command.ts";
import { manyTasks } from "../many_tasks.ts";
import { print } from "../output.ts";
import { askPage, paging, withMore } from "../paging.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { table } from "../table.ts";
import { wholeNumber } from "../whole_number.ts";

interface Favorite {
  kind: string;
  id: string;
  key: string;
  title: string;
}

const kinds = ["task", "project", "view", "team"];

const which = {
  kind: argument("Kind of record: task, project, view, or team", kinds),
  id: argument("Record, by ID, key, reference, or name"),
};

function render({ favorites, nextCursor }: Collection<"favorites", Favorite>): string {
  const rows = favorites.map(({ kind, key, title }) => [kind, key, title]);
  const body = table(["Kind", "Key", "Name"], rows, "No favorites yet");
  return withMore(body, { nextCursor });
}

async function pathOf(settings: Settings, { kind, id }: { kind: string; id: string }) {
  const favorites = `${await workspacePath(settings)}/favorites`;
  return `${favorites}/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`;
}

function parsePosition(given: string | undefined): { position?: number } {
  return given === undefined ? {} : { position: wholeNumber("--position", given) };
}

export const commands = [
  command({
    path: "favorites list",
    summary: "List your favorites in the order you set",
    options: paging,
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/favorites`;
      await print(
        globals,
        await askPage<"favorites", Favorite>(settings, path, "favorites", options),
        render,
      );
    },
  }),
  command({
    path: "favorites add",
    summary: "Add or move a favorite",
    args: which,
    options: {
      position: value("<n>", "Position, starting at 0 (by default, a new favorite comes first)"),
    },
    async run({ args, options, globals }) {
      const body = parsePosition(options.position);
      const settings = resolveSettings(globals);
      await ask(settings, { method: "PUT", path: await pathOf(settings, args), body });
      await print(globals, { favorite: true }, () => "Added to your favorites");
    },
  }),
  manyTasks({
    path: "favorites add-tasks",
    summary: "Add several tasks to your favorites (all or nothing)",
    at: "favorites/tasks",
    does: { favorite: true },
  }),
  manyTasks({
    path: "favorites remove-tasks",
    summary: "Remove several tasks from your favorites (all or nothing)",
    at: "favorites/tasks",
    does: { favorite: false },
  }),
  command({
    path: "favorites remove",
    summary: "Remove a favorite",
    args: which,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      await ask(settings, { method: "DELETE", path: await pathOf(settings, args) });
      await print(globals, { favorite: false }, () => "Removed from your favorites");
    },
  }),
];
