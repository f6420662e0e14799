import { isWithin } from "../core/moments.ts";
import type { Services } from "../core/operation.ts";

/** How old a credential's last use may get before a request refreshes it. */
const USED_EVERY = 10 * 60_000;

/**
 * Keeps a credential's last use; a write now and then, which nobody waits for. Should it fail, the next request tries
 * again.
 */
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
