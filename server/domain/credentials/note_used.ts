import { isWithin } from "../core/moments.ts";
import type { Services } from "../core/operation.ts";

/** How old a credential's last use can be before a request updates it. */
const USED_EVERY = 10 * 60_000;

/** Updates a credential's last use in a write that nobody waits for. If it fails, the next request tries again. */
export function noteCredentialUsed(
  services: Services,
  credential: { id: string; lastUsedAt: string | null },
  now: Date,
): void {
  const { id, lastUsedAt } = credential;
  if (lastUsedAt !== null && isWithin(USED_EVERY, lastUsedAt, now)) return;
  services.database.write((tx) =>
    tx.updateTable("credentials").set({ last_used_at: now.toISOString() })
      .where("id", "=", id).execute()
  ).catch((error) => services.logError(error));
}
