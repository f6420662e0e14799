import { type ListQuery, viewPagePath, viewPath, withQuery } from "./paths.ts";
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

/** Where one changes what a view is called and whose it is. */
export function editViewPath(key: string): string {
  return `${viewPath(key)}/edit`;
}

/** The menu of everything that one can do with a view. */
export function viewActionsPath(key: string): string {
  return `${viewPath(key)}/actions`;
}

/** Which saved views the page of them shows. */
export interface ViewsQuery {
  /** What their names or descriptions have to say. */
  q?: string | undefined;
  archived?: "1" | undefined;
}

export function viewsPathFor(query: ViewsQuery): string {
  return withQuery(viewsPath, { ...query });
}
