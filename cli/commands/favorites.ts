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
  kind: argument("What it is: task, project, view or team", kinds),
  id: argument("Its id, key, reference or name"),
};

function render({ favorites, nextCursor }: Collection<"favorites", Favorite>): string {
  const rows = favorites.map(({ kind, key, title }) => [kind, key, title]);
  const body = table(["Kind", "Key", "Name"], rows, "You have no favorites.");
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
    summary: "List your favorites, in your order",
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
    summary: "Add a favorite, or move one among the others",
    args: which,
    options: {
      position: value("<n>", "Where among the others, from 0; past the end means last"),
    },
    async run({ args, options, globals }) {
      const body = parsePosition(options.position);
      const settings = resolveSettings(globals);
      await ask(settings, { method: "PUT", path: await pathOf(settings, args), body });
      await print(globals, { favorite: true }, () => "It is in your favorites.");
    },
  }),
  manyTasks({
    path: "favorites add-tasks",
    summary: "Add tasks to your favorites: all of them, or none",
    at: "favorites/tasks",
    does: { favorite: true },
  }),
  manyTasks({
    path: "favorites remove-tasks",
    summary: "Take tasks out of your favorites: all of them, or none",
    at: "favorites/tasks",
    does: { favorite: false },
  }),
  command({
    path: "favorites remove",
    summary: "Take something out of your favorites",
    args: which,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      await ask(settings, { method: "DELETE", path: await pathOf(settings, args) });
      await print(globals, { favorite: false }, () => "It is no longer in your favorites.");
    },
  }),
];
