import { projectFilterFields, type ProjectQuery } from "../../../views/project_list_paths.ts";
import { projectViewPagePath } from "../../../views/project_paths.ts";
import { projectGroupingWords, projectSortWords } from "../../../views/projects/list_words.ts";
import { matchPath } from "../path.ts";
import { viewNamed } from "../saved_views/views_of.ts";

/** Number of projects that a group shows first. */
export const FIRST_ROWS = 50;

const fields = ["q", ...projectFilterFields] as const;

/** Returns whether a URL parameter is a filter. */
export function isProjectField(name: string): name is (typeof fields)[number] {
  return fields.some((field) => field === name);
}

/** Reads the query of a project list from a URL. Unknown parameters are ignored. */
export function projectQueryOf({ pathname, searchParams: search }: URL): ProjectQuery {
  const query: ProjectQuery = viewNamed(
    search,
    matchPath(projectViewPagePath, pathname)?.viewKey,
  );
  for (const field of fields) {
    const value = search.get(field)?.trim();
    if (value) query[field] = value;
  }
  if (search.get("layout") === "board") query.layout = "board";
  const group = search.get("group") ?? "";
  if (Object.hasOwn(projectGroupingWords, group)) query.group = group;
  const sort = search.get("sort") ?? "";
  if (Object.hasOwn(projectSortWords, sort)) query.sort = sort;
  const rows = Number(search.get("rows"));
  if (Number.isInteger(rows) && rows > FIRST_ROWS && rows < 10_000) query.rows = String(rows);
  return query;
}

/** Returns the filters of a query by name. */
export function projectFiltersIn(query: ProjectQuery): Record<string, string> {
  return Object.fromEntries(fields.flatMap((name) => query[name] ? [[name, query[name]]] : []));
}

/** Returns the filters for the operation. @param me the viewer's ID, which replaces "me" because people share cached results */
export function projectFiltersOf(query: ProjectQuery, me: string): Record<string, string> {
  const filters = projectFiltersIn(query);
  for (const person of ["leadId", "memberId"]) if (filters[person] === "me") filters[person] = me;
  return filters;
}
