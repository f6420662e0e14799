import { type RawBuilder, sql } from "kysely";
import { priorities, type Priority } from "../../vocabulary.ts";
import { deadlineKeys } from "../order.ts";
import type { TaskSort } from "../schema.ts";
import type { TaskFilters } from "./schema.ts";
import { daysOf, lastChangeWithin } from "./times.ts";

/** Returns the range of a list's order that its filters allow, so that the index returns only this range. */
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

/** Returns the stored numbers of priorities. */
export function ranksOf(words: readonly Priority[]): number[] {
  return words.map((word) => priorities.indexOf(word));
}
