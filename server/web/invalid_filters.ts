import type { InvalidFilters } from "../../views/parts/invalid_filters.tsx";
import { Invalid } from "../domain/core/errors.ts";

/**
 * Returns the invalid filters of a list: those with unknown records or values.
 * @param isField whether a name is a filter that the list shows
 * @throws the error if it isn't about a filter
 */
export function invalidFiltersIn<F extends string>(
  error: unknown,
  isField: (name: string) => name is F,
): InvalidFilters<F> {
  if (!(error instanceof Invalid)) throw error;
  const named = error.errors.map(({ path }) => path.map(String).find(isField));
  const fields = named.filter((field) => field !== undefined);
  if (fields.length < named.length) throw error;
  const isUnknown = error.code === "unknown_filter";
  return {
    fields: [...new Set(fields)],
    gone: isUnknown ? error.errors.map(({ message }) => message) : [],
  };
}
