import { ask, type Collection, workspacePath } from "../client.ts";
import { argument, choice, command, flag, requiredValue, value } from "../command.ts";
import { print } from "../output.ts";
import { askPage, given, paging, withMore } from "../paging.ts";
import { givenAndCleared, requireChange } from "../patch.ts";
import { projectRows } from "../project_views.ts";
import { inRows, listCommand } from "../reading.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { table } from "../table.ts";
import { paragraphs } from "../task_views.ts";

interface View {
  key: string;
  kind: string;
  scope: string;
  name: string;
  description: string | null;
  archivedAt: string | null;
}
interface Shown {
  reference: string;
  title: string;
  status: string;
}
type Views = Collection<"views", View>;

const viewArgument = { view: argument("The view's id, key or name") };

const scopes = ["personal", "team", "project", "workspace"] as const;

/** What one says of a view, but for its name. */
const told = {
  description: value("<text>", "What it is for"),
  scope: choice("<scope>", scopes),
  teamId: value("<id>", "The team whose it is"),
  projectId: value("<id>", "The project whose it is"),
  layout: choice("<layout>", ["list", "board"]),
  filters: value(
    "<filters>",
    "What narrows it, as a list's address has it: label=Bug&status=planned",
  ),
  grouping: value("<grouping>", "What its groups are made by: status, assignee, none, …"),
  subgrouping: value("<grouping>", "What each of its groups is grouped by again"),
  sorting: value("<sort>", "Its order: -createdAt, -priority, deadlineAt, …"),
  subTasks: choice("<place>", ["beside", "below"]),
  hidden: value("<parts>", "What its rows don't show, with commas between; empty shows all"),
  density: choice("<density>", ["comfortable", "compact"]),
};

interface ViewOptions {
  filters?: string | undefined;
  hidden?: string | undefined;
}

/** The fields of a view that options gave. */
function fieldsOf<O extends ViewOptions>({ filters, hidden, ...fields }: O) {
  return {
    ...fields,
    filters: filters === undefined ? undefined : filtersIn(filters),
    hidden: hidden === undefined ? undefined : hidden.split(",").filter(Boolean),
  };
}

/** `label=Bug&status=planned`, as it is typed. */
function filtersIn(text: string): Record<string, string> {
  const pairs = text.split("&").filter(Boolean).map((pair) => {
    const at = pair.indexOf("=");
    return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  return Object.fromEntries(pairs);
}

async function pathOf(settings: Settings, view?: string): Promise<string> {
  const views = `${await workspacePath(settings)}/views`;
  return view === undefined ? views : `${views}/${encodeURIComponent(view)}`;
}

function render({ views, nextCursor }: Views): string {
  const rows = views.map(({ key, kind, scope, name }) => [key, kind, scope, name]);
  const body = table(["View", "Of", "Scope", "Name"], rows, "No view matches.");
  return withMore(body, { nextCursor });
}

function renderOne({ view: { key, name, description, scope, archivedAt } }: { view: View }) {
  const state = archivedAt ? `${scope}, archived` : scope;
  return paragraphs(`${name}\n${key} · ${state}${description ? `\n\n${description}` : ""}`);
}

/** A command that does one thing with a view. @param said what is printed of it; the view, unless said otherwise */
function acting(
  name: string,
  summary: string,
  { method, at = "", said }: {
    method: "GET" | "POST" | "PUT" | "DELETE";
    at?: string;
    said?: string;
  },
) {
  return command({
    path: `views ${name}`,
    summary,
    args: viewArgument,
    async run({ args, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await pathOf(settings, args.view)}${at}`;
      const answer = await ask<{ view: View }>(settings, { method, path });
      await print(globals, answer, said ? () => said : renderOne);
    },
  });
}

export const commands = [
  command({
    path: "views list",
    summary: "List saved views",
    options: {
      kind: choice("<kind>", ["task", "project"]),
      scope: choice("<scope>", scopes),
      teamId: value("<id>", "Of this team"),
      projectId: value("<id>", "Of this project"),
      q: value("<text>", "With these words"),
      includeArchived: flag("Archived ones too"),
      ...paging,
    },
    async run({ options: { includeArchived, ...asked }, globals }) {
      const settings = resolveSettings(globals);
      const query = { ...asked, ...given({ includeArchived }) };
      const path = await pathOf(settings);
      const answer = await askPage<"views", View>(settings, path, "views", query);
      await print(globals, answer, render);
    },
  }),
  acting("show", "Show a saved view", { method: "GET" }),
  listCommand({
    path: "views tasks",
    summary: "List the tasks that a view shows",
    at: "views/{view}/tasks",
    args: viewArgument,
    plural: "tasks",
    tell: inRows(
      ["Task", "Status", "Title"],
      ({ reference, status, title }: Shown) => [reference, status, title],
      "The view shows no task.",
    ),
  }),
  listCommand({
    path: "views projects",
    summary: "List the projects that a view shows",
    at: "views/{view}/projects",
    args: viewArgument,
    plural: "projects",
    tell: projectRows,
  }),
  command({
    path: "views create",
    summary: "Save a view",
    options: {
      name: requiredValue("<name>", "How it is called"),
      kind: choice("<kind>", ["task", "project"]),
      ...told,
    },
    async run({ options, globals }) {
      const settings = resolveSettings(globals);
      const path = await pathOf(settings);
      const asked = { method: "POST", path, body: fieldsOf(options) } as const;
      await print(globals, await ask<{ view: View }>(settings, asked), renderOne);
    },
  }),
  command({
    path: "views update",
    summary: "Change a view",
    args: viewArgument,
    options: {
      name: value("<name>", "How it is called"),
      ...told,
      clearDescription: flag("Take the description away"),
    },
    async run({ path, args, options: { clearDescription, ...fields }, globals }) {
      if (clearDescription && fields.description !== undefined) {
        throw givenAndCleared("description", "clearDescription");
      }
      const body = requireChange(path, {
        ...fieldsOf(fields),
        ...(clearDescription && { description: null }),
      });
      const settings = resolveSettings(globals);
      const asked = { method: "PATCH", path: await pathOf(settings, args.view), body } as const;
      await print(globals, await ask<{ view: View }>(settings, asked), renderOne);
    },
  }),
  acting("undo", "Take back your last change of a view", { method: "POST", at: "/undo" }),
  acting("archive", "Archive a view", { method: "DELETE" }),
  acting("restore", "Bring an archived view back", { method: "POST", at: "/restore" }),
  acting("subscribe", "Hear of what comes into a view", {
    method: "PUT",
    at: "/subscription",
    said: "You hear of what comes in.",
  }),
  acting("unsubscribe", "No longer hear of it", {
    method: "DELETE",
    at: "/subscription",
    said: "You no longer hear of it.",
  }),
];
