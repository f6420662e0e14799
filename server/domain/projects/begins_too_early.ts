import { type RawBuilder, sql } from "kysely";
import { isNotOver } from "../vocabulary.ts";

/**
 * Returns the start of a project as constant SQL: its start date, or else its target date.
 * @param alias the alias of `projects`
 */
export const beginOf = (alias: "o" | "p") => `coalesce(${alias}.start_date, ${alias}.target_date)`;

/**
 * Returns the condition that a project starts before the target date of a project that blocks it, while both are open.
 * `RULES.md`, Projects
 * @param waiting the alias of the blocked project in the calling query
 */
export function beginsTooEarly(waiting: "o" | "p"): RawBuilder<unknown> {
  const blocker = waiting === "o" ? "p" : "o";
  return sql`(${sql.raw(isNotOver("o"))} and ${sql.raw(isNotOver("p"))}
    and ${sql.ref(`${blocker}.target_date`)} > ${sql.raw(beginOf(waiting))})`;
}
