import { withQuery } from "./paths.ts";
import { projectsPath, projectViewPath } from "./project_paths.ts";

/** URLs of project lists, and of their menus for filters and display. */

export const projectFilterPath = `${projectsPath}/filter` as const;
export const projectDisplayPath = `${projectsPath}/display` as const;

/** The filters of a project list in its URL, besides text. */
export const projectFilterFields = [
  "status",
  "health",
  "priority",
  "leadId",
  "memberId",
  "teamId",
  "label",
  "archived",
] as const;
export type ProjectFilterField = (typeof projectFilterFields)[number];

/** The filters and display of a project list. */
export type ProjectQuery =
  & { [F in ProjectFilterField | "q" | "group" | "sort"]?: string | undefined }
  & {
    /** Grouped rows by default. */
    layout?: "board" | undefined;
    /** The number of projects in a group, if it exceeds the default. */
    rows?: string | undefined;
    /** The key of the saved view, if the list is one. */
    view?: string | undefined;
    /**
     * The version of the view that the list started from. Such a URL contains all options, so later versions don't
     * change it.
     */
    since?: string | undefined;
  };

/** Returns the page of a list: its view's page, or the page of all projects. */
export function projectListPagePath({ view }: ProjectQuery): string {
  return view ? projectViewPath(view) : projectsPath;
}

/** Returns the page of a project list. */
export function projectListPath({ view, ...query }: ProjectQuery): string {
  return withQuery(projectListPagePath({ view }), query);
}

/** The menu of filters. @param of the filter to show, if only one */
export function projectFilterMenuPath(query: ProjectQuery, of?: ProjectFilterField): string {
  return withQuery(projectFilterPath, { ...query, of });
}

/** The menu of a project list's display. */
export function projectDisplayMenuPath(query: ProjectQuery): string {
  return withQuery(projectDisplayPath, query);
}

/** Returns a list's options as fields of a form, so that the next list keeps them. */
export function projectListFields({ view: _view, ...query }: ProjectQuery): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) => value ? [[name, value]] : []);
}

/** Returns a project list's parameters as a query. */
export function projectSearchOf(query: ProjectQuery): string {
  return projectDisplayMenuPath({ ...query, rows: undefined }).split("?")[1] ?? "";
}

/** Returns a list without filters other than text, in the same display. */
export function unfilteredProjects(query: ProjectQuery): ProjectQuery {
  const left = { ...query };
  for (const field of projectFilterFields) delete left[field];
  return left;
}
