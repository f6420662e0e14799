import {
  projectDisplayPath,
  projectListPath,
  type ProjectQuery,
} from "../../../views/project_list_paths.ts";
import { projectsPath } from "../../../views/project_paths.ts";
import { columnKey, columnsOf } from "../../../views/tasks/grouping.ts";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { MOST_FOLDED } from "../../domain/preferences/schema.ts";
import { updatePreferences } from "../../domain/preferences/update.ts";
import { findView } from "../../domain/saved_views/list.ts";
import { action } from "../action.ts";
import type { ActionContext, PageContext } from "../context.ts";
import { text } from "../forms.ts";
import { projectQueryOf } from "./list_query.ts";

/** The key of the list of all projects in preferences. */
const ALL = "projects";

/** Returns the key of a list in preferences: a view's ID, or the key of all projects. */
async function listOf(at: PageContext<Member>, { view }: ProjectQuery): Promise<string> {
  if (!view) return ALL;
  return parseJson((await at.askOnce(findView, { viewId: view })).json).id;
}

const groupingOf = ({ group }: ProjectQuery) => group ?? "status";

/** Returns the keys of the groups that the viewer folded. */
export async function foldedProjects(
  at: PageContext<Member>,
  query: ProjectQuery,
): Promise<readonly string[]> {
  const list = await listOf(at, query);
  const look = at.viewer.preferences.lists.find((one) => one.list === list);
  return columnsOf(groupingOf(query), look?.folded ?? []);
}

const folding = { path: projectDisplayPath, home: () => projectsPath } as const;

/** Saves the folded groups of a list. */
async function keepFolded(
  at: ActionContext<Member>,
  search: string,
  changed: (folded: readonly string[], key: (id: string) => string) => string[],
): Promise<void> {
  const query = projectQueryOf(at.asking ?? new URL(projectListPath({}) + `?${search}`, at.url));
  const list = await listOf(at, query);
  const look = at.viewer.preferences.lists.find((one) => one.list === list);
  const key = (id: string) => columnKey(groupingOf(query), id);
  await at.perform(updatePreferences, {
    lists: [{ list, folded: changed(look?.folded ?? [], key) }],
  });
}

/** Folds groups of a project list, given as comma-separated keys. */
export const foldProjectGroups = action({
  ...folding,
  button: "fold",
  form: { fold: text, query: text },
  does: ({ fold, query }, at) =>
    keepFolded(
      at,
      query,
      (folded, key) => [...new Set([...folded, ...fold.split(",").map(key)])].slice(-MOST_FOLDED),
    ),
});

/** Unfolds groups of a project list. */
export const unfoldProjectGroups = action({
  ...folding,
  button: "unfold",
  form: { unfold: text, query: text },
  does: ({ unfold, query }, at) =>
    keepFolded(at, query, (folded, key) => {
      const keys = unfold.split(",").map(key);
      return folded.filter((one) => !keys.includes(one));
    }),
});
