import type { ListQuery } from "../../../views/paths.ts";
import type { ListField } from "../../../views/tasks/invalid_filters.tsx";

/** Returns a list without some of its filters. */
export function withoutFilters(query: ListQuery, fields: readonly ListField[]): ListQuery {
  return { ...query, ...Object.fromEntries(fields.map((field) => [field, undefined])) };
}
