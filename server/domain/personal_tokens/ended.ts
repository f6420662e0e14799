import { sql } from "kysely";
import { writeInSlices } from "../../database/write_in_slices.ts";
import type { Services } from "../core/operation.ts";

/** How long a revoked or expired token stays listed, in milliseconds. `RULES.md`, Tokens and automations */
export const LISTED_MS = 90 * 24 * 3_600_000;

/** The time when a token in `credentials` was revoked or expired, as SQL text; `null` without an end. */
export const endOfToken = "coalesce(revoked_at, expires_at)";

/** Returns the time before which a token must have ended to be erased. */
export function firstListed(now: Date): string {
  return new Date(now.getTime() - LISTED_MS).toISOString();
}

/** Erases personal access tokens that were revoked or have expired 90 days ago. */
export async function forgetTokens(
  { database, clock }: Pick<Services, "database" | "clock">,
): Promise<void> {
  const first = firstListed(clock());
  await writeInSlices(database, (most) =>
    sql`
      delete from credentials where id in (
        select id from credentials
        where user_id is not null and ${sql.raw(endOfToken)} <= ${first} limit ${most})
      returning id`);
}
