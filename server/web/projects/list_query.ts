import { projectFilterFields, type ProjectQuery } from "../../../views/project_list_paths.ts";
import { projectViewPagePath } from "../../../views/project_paths.ts";
import { projectGroupingWords, projectSortWords } from "../../../views/projects/list_words.ts";
import { matchPath } from "../path.ts";
import { viewNamed } from "../saved_views/views_of.ts";

/** How many projects of a group are shown at first. */
export const FIRST_ROWS = 50;

const fields = ["q", ...projectFilterFields] as const;

/** Whether a parameter of a list's address narrows it. */
export function isProjectField(name: string): name is (typeof fields)[number] {
  return fields.some((field) => field === name);
}

/** What the address of a list of projects asks for; unknown parameters are not a page's business. */
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

/** What narrows a list, by name. */
export function projectFiltersIn(query: ProjectQuery): Record<string, string> {
  return Object.fromEntries(fields.flatMap((name) => query[name] ? [[name, query[name]]] : []));
}

/** What of an address the list's operation takes. @param me who looks: what is kept for all who see the same names nobody by that */
export function projectFiltersOf(query: ProjectQuery, me: string): Record<string, string> {
  const filters = projectFiltersIn(query);
  for (const person of ["leadId", "memberId"]) if (filters[person] === "me") filters[person] = me;
  return filters;
}
