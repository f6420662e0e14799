/** How long a draft comment is stored after its last save. */
export const KEPT_MS = 30 * 24 * 3_600_000;

/** The maximum number of draft comments per person. Beyond it, the least recently saved one is deleted. */
export const MOST_KEPT = 100;

/** Returns the time before which saved drafts have expired. */
export function firstKept(now: Date): string {
  return new Date(now.getTime() - KEPT_MS).toISOString();
}
