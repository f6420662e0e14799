import type { InvalidFilters } from "../../views/parts/invalid_filters.tsx";
import { Invalid } from "../domain/core/errors.ts";

/**
 * The filters for which a list can't be asked: what they name isn't here, or what they say isn't understood.
 * @param isField whether something narrows the list, and is shown above it
 * @throws the error where it is about something else
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
