import type { Member } from "../actor.ts";
import { type FieldError, Invalid, NotFound } from "../errors.ts";
import { projectLabels } from "../labels/kinds.ts";
import { locateLabel } from "../labels/locate.ts";
import type { Db } from "../operation.ts";
import { settleTaskFilters } from "../tasks/settle.ts";
import { TaskFilters } from "../tasks/schema.ts";
import type { View } from "./schema.ts";

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
  const { settled, unknown } = await (kind === "task" ? ofTasks : ofProjects)(db, actor, filters);
  if (unknown.length === 0) return { ...filters, ...settled };
  const errors = unknown.map(({ path, message }) => ({ path: ["filters", ...path], message }));
  throw new Invalid(errors, { code: "unknown_filter" });
}

interface Settling {
  settled: Filters;
  unknown: FieldError[];
}

/** Lists of words, statuses say, stay as they were written. */
async function ofTasks(db: Db, actor: Member, given: Filters): Promise<Settling> {
  const { filters, unknown } = await settleTaskFilters(db, actor, TaskFilters.parse(given));
  const settled = Object.entries(filters).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : []
  );
  return { settled: Object.fromEntries(settled), unknown };
}

async function ofProjects(db: Db, actor: Member, { label }: Filters): Promise<Settling> {
  if (label === undefined) return { settled: {}, unknown: [] };
  try {
    const { id } = await locateLabel(db, actor, projectLabels, label);
    return { settled: { label: id }, unknown: [] };
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    return { settled: {}, unknown: [{ path: ["label"], message: error.message }] };
  }
}
