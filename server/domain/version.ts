import { Stale } from "./errors.ts";

/**
 * Guards a write by what the client last saw. `contract.md`, `If-Match`
 * @param seen undefined when the client guards nothing
 * @param what how the message calls the record: `task`
 * @throws Stale when the record has moved on since
 */
export function requireVersion(seen: number | undefined, stands: number, what: string): void {
  if (seen === undefined || seen === stands) return;
  throw new Stale(`The ${what} has been changed since you read it.`, {
    hint: `It now has version ${stands}: read it again, then repeat your change.`,
  });
}
