import { type ListQuery, viewPagePath, viewPath, withQuery } from "./paths.ts";
import { projectViewPagePath, projectViewPath, projectViewsPath } from "./project_paths.ts";
import { type ProjectQuery, projectSearchOf } from "./project_list_paths.ts";
import { searchOf } from "./tasks/list_search.ts";

/** The URLs of saved views, besides that of each one's own page. */

export const viewsPath = "/workspace/views";
/** Where a list is saved as a new view. */
export const newViewPath = `${viewsPath}/new` as const;
/** Patterns of what is about one view. */
export const viewEditPagePath = `${viewPagePath}/edit` as const;
export const viewActionsPagePath = `${viewPagePath}/actions` as const;

/** What saves a list as a new view. */
export function saveViewPath(query: ListQuery): string {
  const search = searchOf(query);
  return search ? `${newViewPath}?${search}` : newViewPath;
}

/** Where a list of projects is saved as a new view. */
export const newProjectViewPath = `${projectViewsPath}/new` as const;
export const projectViewEditPagePath = `${projectViewPagePath}/edit` as const;
export const projectViewActionsPagePath = `${projectViewPagePath}/actions` as const;

/** What saves a list of projects as a new view. */
export function saveProjectViewPath(query: ProjectQuery): string {
  const search = projectSearchOf(query);
  return search ? `${newProjectViewPath}?${search}` : newProjectViewPath;
}

/** What is shown by a view, and what it is known by. */
export interface ViewKey {
  kind: "task" | "project";
  key: string;
}

/** A saved view's own page. */
export function savedViewPath({ kind, key }: ViewKey): string {
  return kind === "project" ? projectViewPath(key) : viewPath(key);
}

/** Where one changes what a view is called and whose it is. */
export function editViewPath(view: ViewKey): string {
  return `${savedViewPath(view)}/edit`;
}

/** The menu of everything that one can do with a view. */
export function viewActionsPath(view: ViewKey): string {
  return `${savedViewPath(view)}/actions`;
}

/** Which saved views the page of them shows. */
export interface ViewsQuery {
  /** What their names or descriptions have to say. */
  q?: string | undefined;
  archived?: "1" | undefined;
}

/** The page of the saved views of tasks, or of projects. */
export function viewsPathFor(query: ViewsQuery, kind: ViewKey["kind"] = "task"): string {
  return withQuery(kind === "project" ? projectViewsPath : viewsPath, { ...query });
}
