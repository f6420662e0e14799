import { z } from "zod";
import { Stale } from "./errors.ts";
import type { Json } from "./json.ts";

/** A record as JSON text, with the version for its ETag. */
export interface Versioned<T, V extends number | string = number> {
  id: string;
  version: V;
  json: Json<T>;
}

/** The version of a record that the client last saw, or several of which one must be current. */
export const seenVersion = z.union([z.int(), z.array(z.int())]).optional();
export type SeenVersion = z.output<typeof seenVersion>;

/**
 * Checks that a record is unchanged since the client read it. RFC 9110, 13.1.1
 * @param record the noun: `team`
 * @param seen the client's versions, if any
 * @throws Stale otherwise
 */
export function requireVersion(record: string, current: number, seen: SeenVersion): void {
  if (seen === undefined || [seen].flat().includes(current)) return;
  throw new Stale(`The ${record} has changed since you read it.`, {
    hint: `Read the record again (version ${current}), then repeat your change.`,
  });
}

/** The rule for patches: at least one field. */
export const atLeastOneField = {
  error: "Choose at least one field to change.",
  // If a field is invalid, that error is enough.
  when: ({ issues }: { issues: unknown[] }) => issues.length === 0,
};

/** Returns whether a patch names a field. */
export function namesAField(patch: Record<string, unknown>): boolean {
  return Object.values(patch).some((value) => value !== undefined);
}
