import type { Member } from "../core/actor.ts";
import { Invalid } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import type { ProjectFilters } from "../projects/schema.ts";
import { resolveProjectFilters } from "../projects/resolve_filters.ts";
import type { TaskFilters } from "../tasks/filters/schema.ts";
import { resolveTaskFilters } from "../tasks/resolve_filters.ts";
import { type View, viewFilters } from "./schema.ts";

type Filters = Record<string, string>;

/**
 * A view's filters as it keeps them: with the ids of what they name, so that it shows the same when that gets another
 * name or key. `me` stays, and means whoever looks.
 * @param filters ones that a list of this kind understands
 * @param kept the view's filters so far: one that stays may name what isn't here for the actor, or any more
 * @throws Invalid naming each filter whose record isn't here for the actor
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
  const errors = unknown.map(({ path, message }) => ({ path: ["filters", ...path], message }));
  throw new Invalid(errors, { code: "unknown_filter" });
}

/** What was looked up, as a list's query spells it; all else stays as it was written. */
export function textsOf(
  given: Record<string, unknown>,
  resolved: Record<string, unknown>,
): Filters {
  const found = Object.entries(resolved).filter(([name, value]) =>
    value !== undefined && JSON.stringify(value) !== JSON.stringify(given[name])
  );
  return Object.fromEntries(found.map(([name, value]) => [name, String(value)]));
}

/** Whether two views' filters narrow alike: the order in which they name several statuses, say, tells nothing. */
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
