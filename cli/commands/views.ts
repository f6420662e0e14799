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

const viewArgument = { view: argument("View, by ID, key, or name") };

const scopes = ["personal", "team", "project", "workspace"] as const;

/** The options for a view's fields, without its name. */
const fieldOptions = {
  description: value("<text>", "Description"),
  scope: choice("<scope>", scopes),
  teamId: value("<id>", "Team of the view"),
  projectId: value("<id>", "Project of the view"),
  layout: choice("<layout>", ["list", "board"]),
  filters: value(
    "<filters>",
    "Filters, as in a list's URL, such as label=Bug&status=planned",
  ),
  grouping: value("<grouping>", "Grouping, such as status, assignee, or none"),
  subgrouping: value("<grouping>", "Second grouping, within each group"),
  sorting: value("<sort>", "Sort order, such as -createdAt, -priority, or deadlineAt"),
  subTasks: value("<place>", "Placement of sub-tasks: beside or below", ["beside", "below"]),
  hidden: value(
    "<parts>",
    "Parts of rows to hide, comma-separated (an empty value shows all parts)",
  ),
  density: choice("<density>", ["comfortable", "compact"]),
};

interface ViewOptions {
  filters?: string | undefined;
  hidden?: string | undefined;
}

/** Converts options to a view's fields. */
function fieldsOf<O extends ViewOptions>({ filters, hidden, ...fields }: O) {
  return {
    ...fields,
    filters: filters === undefined ? undefined : filtersIn(filters),
    hidden: hidden === undefined ? undefined : hidden.split(",").filter(Boolean),
  };
}

/** Parses typed filters: `label=Bug&status=planned`. */
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
  const body = table(["View", "Kind", "Scope", "Name"], rows, "No matching views");
  return withMore(body, { nextCursor });
}

function renderOne({ view: { key, name, description, scope, archivedAt } }: { view: View }) {
  const state = archivedAt ? `${scope}, archived` : scope;
  return paragraphs(`${name}\n${key} · ${state}${description ? `\n\n${description}` : ""}`);
}

/** Creates a command that performs one action on a view. @param said the printed result (default: the view) */
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
      teamId: value("<id>", "Filter by team"),
      projectId: value("<id>", "Filter by project"),
      q: value("<text>", "Text to search for"),
      includeArchived: flag("Include archived records"),
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
    summary: "List the tasks in a view",
    at: "views/{view}/tasks",
    args: viewArgument,
    plural: "tasks",
    format: inRows(
      ["Task", "Status", "Title"],
      ({ reference, status, title }: Shown) => [reference, status, title],
      "No tasks in this view",
    ),
  }),
  listCommand({
    path: "views projects",
    summary: "List the projects in a view",
    at: "views/{view}/projects",
    args: viewArgument,
    plural: "projects",
    format: projectRows,
  }),
  command({
    path: "views create",
    summary: "Create a view",
    options: {
      name: requiredValue("<name>", "Name"),
      kind: choice("<kind>", ["task", "project"]),
      ...fieldOptions,
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
    summary: "Update a view",
    args: viewArgument,
    options: {
      name: value("<name>", "Name"),
      ...fieldOptions,
      clearDescription: flag("Remove the description"),
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
  acting("undo", "Undo your last change to a view", { method: "POST", at: "/undo" }),
  acting("archive", "Archive a view", { method: "DELETE" }),
  acting("restore", "Restore an archived view", { method: "POST", at: "/restore" }),
  acting("subscribe", "Subscribe to a view", {
    method: "PUT",
    at: "/subscription",
    said: "Subscribed to the view",
  }),
  acting("unsubscribe", "Unsubscribe from a view", {
    method: "DELETE",
    at: "/subscription",
    said: "Unsubscribed from the view",
  }),
];
