import { type ListQuery, onlyRecord } from "../../../views/paths.ts";
import { filterFields } from "../../../views/tasks/filters/fields.ts";
import { groupingWords, sortWords } from "../../../views/ui/words.ts";

const fields = ["q", ...filterFields] as const;

/** What a URL asks of a list; unknown parameters are not a page's business. */
export function queryOf(search: URLSearchParams): ListQuery {
  const query: ListQuery = {};
  if (search.get("layout") === "board") query.layout = "board";
  for (const field of fields) query[field] = search.get(field)?.trim() || undefined;
  const group = search.get("group") ?? "";
  if (group !== "status" && Object.hasOwn(groupingWords, group)) query.group = group;
  const subgroup = search.get("subgroup") ?? "";
  const apart = subgroup !== "none" && subgroup !== (query.group ?? "status");
  if (apart && Object.hasOwn(groupingWords, subgroup)) query.subgroup = subgroup;
  const sort = search.get("sort") ?? "";
  const stands = sort !== "position" || onlyRecord(query.teamId) !== undefined;
  if (Object.hasOwn(sortWords, sort) && stands) query.sort = sort;
  return query;
}

/** The filters of a list's URL as the operations take them. */
export function filtersOf(query: ListQuery): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => query[field] ? [[field, query[field]]] : []),
  );
}
