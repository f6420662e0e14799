import type { Member } from "../core/actor.ts";
import { Invalid } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { ProjectFilters } from "../projects/schema.ts";
import { resolveProjectFilters } from "../projects/resolve_filters.ts";
import { TaskFilters } from "../tasks/schema.ts";
import { resolveTaskFilters } from "../tasks/resolve_filters.ts";
import { type View, viewFilters } from "./schema.ts";

type Filters = Record<string, string>;

/**
 * A view's filters as it keeps them: with the ids of what they name, so that it shows the same when that gets another
 * name or key. `me` stays, and means whoever looks.
 * @param filters ones that a list of this kind understands
 * @throws Invalid naming each filter whose record isn't here for the actor
 */
export async function resolveViewFilters(
  context: ReadContext<Member>,
  kind: View["kind"],
  filters: Filters,
): Promise<Filters> {
  const { filters: resolved, unknown } = kind === "task"
    ? await resolveTaskFilters(context, TaskFilters.parse(filters))
    : await resolveProjectFilters(context, ProjectFilters.parse(filters));
  if (unknown.length === 0) return { ...filters, ...textsOf(resolved) };
  const errors = unknown.map(({ path, message }) => ({ path: ["filters", ...path], message }));
  throw new Invalid(errors, { code: "unknown_filter" });
}

/** Lists of words, statuses say, stay as they were written. */
function textsOf(resolved: Record<string, unknown>): Filters {
  const texts = Object.entries(resolved).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : []
  );
  return Object.fromEntries(texts);
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
