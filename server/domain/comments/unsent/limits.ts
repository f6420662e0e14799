/** For how long an unsent comment is kept after it was saved last. */
export const KEPT_MS = 30 * 24 * 3_600_000;

/** How many of one person's are kept: of more the one that was saved longest ago goes. */
export const MOST_KEPT = 100;

/** What was saved before that is kept no longer. */
export function firstKept(now: Date): string {
  return new Date(now.getTime() - KEPT_MS).toISOString();
}
