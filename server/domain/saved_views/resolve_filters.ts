import type { Member } from "../core/actor.ts";
import { unknownFilters } from "../core/unknown_filters.ts";
import type { ReadContext } from "../core/operation.ts";
import type { ProjectFilters } from "../projects/schema.ts";
import { resolveProjectFilters } from "../projects/resolve_filters.ts";
import type { TaskFilters } from "../tasks/filters/schema.ts";
import { resolveTaskFilters } from "../tasks/resolve_filters.ts";
import { type View, viewFilters } from "./schema.ts";

type Filters = Record<string, string>;

/**
 * Returns a view's filters as stored, with the IDs of records, so that renaming a record doesn't change the view. `me`
 * stays, and means the reader.
 * @param filters filters of this kind of list
 * @param kept the view's current filters; unchanged ones can name hidden and missing records
 * @throws Invalid with each filter whose record the actor can't see
 */
export async function resolveViewFilters(
  context: ReadContext<Member>,
  kind: View["kind"],
  filters: Filters,
  kept: Filters = {},
): Promise<Filters> {
  const asked = Object.entries(filters).filter(([name, text]) => kept[name] !== text);
  const given = viewFilters[kind].parse(Object.fromEntries(asked));
  const { filters: resolved, unknown } = kind === "task"
    ? await resolveTaskFilters(context, given as TaskFilters)
    : await resolveProjectFilters(context, given as ProjectFilters);
  if (unknown.length === 0) return { ...filters, ...textsOf(given, resolved) };
  throw unknownFilters(unknown.map((one) => ({ ...one, path: ["filters", ...one.path] })));
}

/** Returns resolved records as in a list's query. Other values stay as written. */
export function textsOf(
  given: Record<string, unknown>,
  resolved: Record<string, unknown>,
): Filters {
  const found = Object.entries(resolved).filter(([name, value]) =>
    value !== undefined && JSON.stringify(value) !== JSON.stringify(given[name])
  );
  return Object.fromEntries(found.map(([name, value]) => [name, String(value)]));
}

/** Returns whether two views have the same filters, regardless of the order of values. */
export function sameFilters(kind: View["kind"], some: Filters, others: Filters): boolean {
  const [one, other] = [some, others].map((filters) => {
    const { data = {} } = viewFilters[kind].safeParse(filters);
    return Object.entries(data).toSorted(([a], [b]) => a < b ? -1 : 1)
      .map((
        [name, value],
      ) => [name, Array.isArray(value) ? [...new Set(value)].toSorted() : value]);
  });
  return JSON.stringify(one) === JSON.stringify(other);
}
