import { type RawBuilder, sql } from "kysely";
import { priorities, type Priority } from "../../vocabulary.ts";
import { deadlineKeys } from "../order.ts";
import type { TaskSort } from "../schema.ts";
import type { TaskFilters } from "./schema.ts";
import { daysOf, lastChangeWithin } from "./times.ts";

/** What filters say of what a list is in order by: its index gives that stretch alone. */
export function indexRangeOf(filters: TaskFilters, sort: TaskSort): RawBuilder<unknown>[] {
  switch (sort) {
    case "deadlineAt":
    case "-deadlineAt":
      return daysOf(filters, sql.raw(deadlineKeys[sort]));
    case "updatedAt":
    case "-updatedAt":
      return lastChangeWithin(filters, sql`t.updated_at`);
    case "priority":
    case "-priority":
      return filters.priority?.length === 1
        ? [sql`t.priority = ${ranksOf(filters.priority)[0]}`]
        : [];
    default:
      return [];
  }
}

/** What priorities are stored as. */
export function ranksOf(words: readonly Priority[]): number[] {
  return words.map((word) => priorities.indexOf(word));
}
