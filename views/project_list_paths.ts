import { withQuery } from "./paths.ts";
import { projectsPath, projectViewPath } from "./project_paths.ts";

/** The URLs of lists of projects, and of the menus that narrow one and say how it is shown. */

export const projectFilterPath = `${projectsPath}/filter` as const;
export const projectDisplayPath = `${projectsPath}/display` as const;

/** What narrows a list of projects besides words, as its address spells it. */
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

/** What a list of projects shows, and how. */
export type ProjectQuery =
  & { [F in ProjectFilterField | "q" | "group" | "sort"]?: string | undefined }
  & {
    /** Grouped rows unless it says otherwise. */
    layout?: "board" | undefined;
    /** How many projects of a group it shows, where that is more than at first. */
    rows?: string | undefined;
    /** The key of the saved view that it is. */
    view?: string | undefined;
    /** The version of that view from which it was made: it says all that it is, whatever was saved. */
    since?: string | undefined;
  };

/** The page that a list is on: that of its view, or of all projects. */
export function projectListPagePath({ view }: ProjectQuery): string {
  return view ? projectViewPath(view) : projectsPath;
}

/** A list of projects. */
export function projectListPath({ view, ...query }: ProjectQuery): string {
  return withQuery(projectListPagePath({ view }), query);
}

/** The menu that filters a list of projects. @param of the one filter that is chosen from, of all */
export function projectFilterMenuPath(query: ProjectQuery, of?: ProjectFilterField): string {
  return withQuery(projectFilterPath, { ...query, of });
}

/** The menu of how a list of projects is shown. */
export function projectDisplayMenuPath(query: ProjectQuery): string {
  return withQuery(projectDisplayPath, query);
}

/** What a form sends along, so that the list that it leads to is as this one is. */
export function projectListFields({ view: _view, ...query }: ProjectQuery): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) => value ? [[name, value]] : []);
}

/** All that tells a list of projects from others, as a query. */
export function projectSearchOf(query: ProjectQuery): string {
  return projectDisplayMenuPath({ ...query, rows: undefined }).split("?")[1] ?? "";
}

/** A list with nothing that narrows it but a text, shown as it is. */
export function unfilteredProjects(query: ProjectQuery): ProjectQuery {
  const left = { ...query };
  for (const field of projectFilterFields) delete left[field];
  return left;
}
