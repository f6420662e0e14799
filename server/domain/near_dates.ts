/** A day that dates are mostly set to. */
export interface NearDate {
  /** "End of this week". */
  name: string;
  /** `2026-12-03`. */
  date: string;
}

/**
 * The days that deadlines and a project's dates are mostly set to, the nearest first.
 * @param timeZone where the workspace is, as an IANA name: `Europe/Berlin`
 */
export function nearDates(now: Date, timeZone: string): NearDate[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return [
    { name: "Today", date: today.toString() },
    { name: "Tomorrow", date: today.add({ days: 1 }).toString() },
    { name: "End of this week", date: today.add({ days: (12 - today.dayOfWeek) % 7 }).toString() },
    { name: "In one week", date: today.add({ weeks: 1 }).toString() },
    { name: "In one month", date: today.add({ months: 1 }).toString() },
  ];
}
