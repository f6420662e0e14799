/** Returns the minute of a time. Changes that depend only on the clock appear when a minute starts. */
export const minuteOf = (now: Date): number => Math.floor(now.getTime() / 60_000);
