import type { Member } from "../actor.ts";
import { Invalid } from "../errors.ts";
import type { Db } from "../operation.ts";
import { ProjectFilters } from "../projects/schema.ts";
import { settleProjectFilters } from "../projects/settle.ts";
import { TaskFilters } from "../tasks/schema.ts";
import { settleTaskFilters } from "../tasks/settle.ts";
import { filtersOf, type View } from "./schema.ts";

type Filters = Record<string, string>;

/**
 * A view's filters as it keeps them: with the ids of what they name, so that it shows the same when that gets another
 * name or key. `me` stays, and means whoever looks.
 * @param filters ones that a list of this kind understands
 * @throws Invalid naming each filter whose record isn't here for the actor
 */
export async function settleViewFilters(
  db: Db,
  actor: Member,
  kind: View["kind"],
  filters: Filters,
): Promise<Filters> {
  const { filters: settled, unknown } = kind === "task"
    ? await settleTaskFilters(db, actor, TaskFilters.parse(filters))
    : await settleProjectFilters(db, actor, ProjectFilters.parse(filters));
  if (unknown.length === 0) return { ...filters, ...textsOf(settled) };
  const errors = unknown.map(({ path, message }) => ({ path: ["filters", ...path], message }));
  throw new Invalid(errors, { code: "unknown_filter" });
}

/** Lists of words, statuses say, stay as they were written. */
function textsOf(settled: Record<string, unknown>): Filters {
  const texts = Object.entries(settled).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : []
  );
  return Object.fromEntries(texts);
}

/** Whether two views' filters narrow alike: the order in which they name several statuses, say, tells nothing. */
export function sameFilters(kind: View["kind"], some: Filters, others: Filters): boolean {
  const [one, other] = [some, others].map((filters) => {
    const { data = {} } = filtersOf[kind].safeParse(filters);
    return Object.entries(data).toSorted(([a], [b]) => a < b ? -1 : 1)
      .map((
        [name, value],
      ) => [name, Array.isArray(value) ? [...new Set(value)].toSorted() : value]);
  });
  return JSON.stringify(one) === JSON.stringify(other);
}
