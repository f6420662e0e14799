import { z } from "zod";
import { named, ofTable } from "./columns.ts";
import type { Header, Line } from "./format.ts";
import { asStoredNow, olderRule } from "./older_exports.ts";

/**
 * Validates and normalizes a record, as other interfaces would.
 * @param kind a table, or `person`
 * @param header the header of its export
 * @returns the record, or an error that continues "Line 3": `has an invalid url: …`
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
    if (error) return `has an invalid ${column}: ${error.issues[0]!.message}`;
    // JSON keeps its text
    if (data === null || typeof data === typeof value) {
      read[column] = data as string | number | null;
    }
  }
  return read;
}

/**
 * Returns a column's rule. A test checks that each exported column has one.
 * @throws TypeError without a rule
 */
export function ruleOf(kind: string, column: string, record: Line["record"]): z.ZodType {
  const ending = /_(at|id)$/.exec(column)?.[0] ?? "";
  const rule = ofTable[kind]?.[column] ?? named[column] ?? named[ending];
  if (!rule) throw new TypeError(`${kind}.${column} has no rule.`);
  return typeof rule === "function" ? rule(record) : rule;
}
