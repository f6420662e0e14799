/** The minute that a moment lies in: what comes by the clock alone, comes where one begins. */
export const minuteOf = (now: Date): number => Math.floor(now.getTime() / 60_000);
