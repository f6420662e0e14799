import { type RawBuilder } from "kysely";
import { kyselyOver } from "../../../server/database/dialect.ts";
import type { Member } from "../../../server/domain/core/actor.ts";
import { detailFields } from "../../../server/domain/tasks/find.ts";
import { entryJoinsFor, inboxEntryJson } from "../../../server/domain/inbox/record.ts";
import { taskJoinsFor, taskJsonFields } from "../../../server/domain/tasks/record.ts";

/*
 * The SQL of a task's JSON: the product's own text for somebody from whom nothing is hidden, so that the bytes stay
 * the same when the record grows. It is put together once; the statements around it are the bare server's.
 */

const nowhere = kyselyOver({ execute: () => ({ rows: [], changes: 0 }) });
const seesAll = { hiddenTeamIds: [] as readonly string[] } as Member;

function text(builder: RawBuilder<unknown>): string {
  const { sql, parameters } = builder.compile(nowhere);
  if (parameters.length > 0) throw new Error(`The record's SQL has parameters:\n${sql}`);
  return sql;
}

/** The members of a task's JSON object. @param origin the public origin, from which its `url` is made */
export function members(origin: string): string {
  return text(taskJsonFields(origin));
}

/** The joins that `members` reads from. */
export const joins = text(taskJoinsFor(seesAll));

/** What the whole record of one task has beyond a list's. */
export const detail = text(detailFields(seesAll));

/** The JSON of an inbox's entry. @param origin as above */
export function entry(origin: string): string {
  return text(inboxEntryJson(origin));
}

/** The joins that `entry` reads from. */
export const entryFrom = text(entryJoinsFor(seesAll));
