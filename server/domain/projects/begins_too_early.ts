import { type RawBuilder, sql } from "kysely";
import { isNotOver } from "../vocabulary.ts";

/** When a project begins, as constant SQL: on its target date, where it has no other. @param alias of `projects` */
export const beginOf = (alias: "o" | "p") => `coalesce(${alias}.start_date, ${alias}.target_date)`;

/**
 * The condition that a project begins before one is due that it waits for, while neither is over. `RULES.md`, Projects
 * @param waiting which of the two aliases of `projects` in the calling query waits for the other
 */
export function beginsTooEarly(waiting: "o" | "p"): RawBuilder<unknown> {
  const blocker = waiting === "o" ? "p" : "o";
  return sql`(${sql.raw(isNotOver("o"))} and ${sql.raw(isNotOver("p"))}
    and ${sql.ref(`${blocker}.target_date`)} > ${sql.raw(beginOf(waiting))})`;
}
