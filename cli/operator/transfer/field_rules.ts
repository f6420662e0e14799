import { z } from "zod";
import { named, ofTable } from "./columns.ts";
import type { Header, Line } from "./format.ts";
import { asStoredNow, olderRule } from "./older_exports.ts";

/**
 * A record as every other interface would take it; what is written another way becomes what an interface would store.
 * @param kind a table, or `person`
 * @param header of the export that it comes from
 * @returns the record; or what is wrong with it, `has a url …`, to follow on the line's number
 */
export function readRecord(
  kind: string,
  record: Line["record"],
  header: Header,
): Line["record"] | string {
  const read = asStoredNow(record, header);
  for (const [column, value] of Object.entries(read)) {
    if (value === null) continue;
    const rule = olderRule(kind, column, header) ?? ruleOf(kind, column, read);
    const { error, data } = rule.safeParse(value);
    if (error) return `has a ${column} that can't be: ${error.issues[0]!.message}`;
    // What holds JSON stays as it was written.
    if (data === null || typeof data === typeof value) {
      read[column] = data as string | number | null;
    }
  }
  return read;
}

/**
 * What a column has to hold. A test sees to it that each column that travels has a rule.
 * @throws TypeError for one that has none
 */
export function ruleOf(kind: string, column: string, record: Line["record"]): z.ZodType {
  const ending = /_(at|id)$/.exec(column)?.[0] ?? "";
  const rule = ofTable[kind]?.[column] ?? named[column] ?? named[ending];
  if (!rule) throw new TypeError(`${kind}.${column} has no rule.`);
  return typeof rule === "function" ? rule(record) : rule;
}
