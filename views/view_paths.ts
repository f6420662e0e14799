import { type ListQuery, viewPagePath, viewPath, withQuery } from "./paths.ts";
import { projectViewPagePath, projectViewPath, projectViewsPath } from "./project_paths.ts";
import { type ProjectQuery, projectSearchOf } from "./project_list_paths.ts";
import { searchOf } from "./tasks/list_search.ts";

/** URLs of saved views, besides their own pages. */

export const viewsPath = "/workspace/views";
/** Saves a list as a new view. */
export const newViewPath = `${viewsPath}/new` as const;
/** Patterns for one view. */
export const viewEditPagePath = `${viewPagePath}/edit` as const;
export const viewActionsPagePath = `${viewPagePath}/actions` as const;

/** Returns the dialog that saves a list as a new view. */
export function saveViewPath(query: ListQuery): string {
  const search = searchOf(query);
  return search ? `${newViewPath}?${search}` : newViewPath;
}

/** Saves a project list as a new view. */
export const newProjectViewPath = `${projectViewsPath}/new` as const;
export const projectViewEditPagePath = `${projectViewPagePath}/edit` as const;
export const projectViewActionsPagePath = `${projectViewPagePath}/actions` as const;

/** Returns the dialog that saves a project list as a new view. */
export function saveProjectViewPath(query: ProjectQuery): string {
  const search = projectSearchOf(query);
  return search ? `${newProjectViewPath}?${search}` : newProjectViewPath;
}

/** The key of a view, and the kind of its records. */
export interface ViewKey {
  kind: "task" | "project";
  key: string;
}

/** A saved view's own page. */
export function savedViewPath({ kind, key }: ViewKey): string {
  return kind === "project" ? projectViewPath(key) : viewPath(key);
}

/** Returns the dialog that edits a view's name, description, and visibility. */
export function editViewPath(view: ViewKey): string {
  return `${savedViewPath(view)}/edit`;
}

/** Returns the menu of a view's actions. */
export function viewActionsPath(view: ViewKey): string {
  return `${savedViewPath(view)}/actions`;
}

/** Which saved views the page of them shows. */
export interface ViewsQuery {
  /** The text to find in names or descriptions. */
  q?: string | undefined;
  archived?: "1" | undefined;
}

/** The page of the saved views of tasks, or of projects. */
export function viewsPathFor(query: ViewsQuery, kind: ViewKey["kind"] = "task"): string {
  return withQuery(kind === "project" ? projectViewsPath : viewsPath, { ...query });
}
