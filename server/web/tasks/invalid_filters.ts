import type { ListQuery } from "../../../views/paths.ts";
import type { InvalidFilters, ListField } from "../../../views/tasks/invalid_filters.tsx";
import { Invalid } from "../../domain/core/errors.ts";
import { isListField } from "./list_query.ts";

/**
 * The filters for which a list can't be asked: what they name isn't here, or what they say isn't understood.
 * @throws the error where it is about something else
 */
export function invalidFiltersIn(error: unknown): InvalidFilters {
  if (!(error instanceof Invalid)) throw error;
  const named = error.errors.map(({ path }) => path.map(String).find(isListField));
  const fields = named.filter((field) => field !== undefined);
  if (fields.length < named.length) throw error;
  const isUnknown = error.code === "unknown_filter";
  return {
    fields: [...new Set(fields)],
    gone: isUnknown ? error.errors.map(({ message }) => message) : [],
  };
}

/** A list without some of its filters. */
export function withoutFilters(query: ListQuery, fields: readonly ListField[]): ListQuery {
  return { ...query, ...Object.fromEntries(fields.map((field) => [field, undefined])) };
}
