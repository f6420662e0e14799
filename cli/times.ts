const units: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/**
 * Formats a time relative to now: `3 days ago` or `in 2 hours`. Times more than a month away become a date.
 * @param time ISO 8601; other text is returned unchanged
 */
export function inWords(time: string, now = Date.now()): string {
  const at = Date.parse(time);
  if (!/^\d{4}-\d\d-\d\dT/.test(time) || Number.isNaN(at)) return time;
  const seconds = Math.round((at - now) / 1000);
  if (Math.abs(seconds) >= 31 * 86_400) return dayOf(at, now);
  const [unit, length] = units.find(([, one]) => Math.abs(seconds) >= one) ?? ["second", 1];
  if (unit === "second") return seconds > 0 ? "in less than a minute" : "just now";
  const words = new Intl.RelativeTimeFormat("en", { numeric: "always" });
  return words.format(Math.trunc(seconds / length), unit);
}

/** Formats a date: `3 March`, with the year if it differs from this year. */
function dayOf(at: number, now: number): string {
  const [year, thisYear] = [at, now].map((one) => new Date(one).getFullYear());
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    ...(year !== thisYear && { year: "numeric" }),
  }).format(at);
}
