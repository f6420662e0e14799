import { today } from "./days.ts";
import { endOfWeek, type WeekStart } from "./weeks.ts";

/** A commonly used day for dates. */
export interface NearDate {
  /** "End of this week". */
  name: string;
  /** `2026-12-03`. */
  date: string;
}

/**
 * Returns common days for deadlines and project dates, nearest first, each with its first name only. On a Friday, the
 * end of the week is today.
 * @param timeZone the workspace's IANA time zone: `Europe/Berlin`
 * @param weekStart the person's first day of the week
 */
export function nearDates(
  now: Date,
  timeZone: string,
  weekStart: WeekStart = "monday",
): NearDate[] {
  const first = Temporal.PlainDate.from(today(now, timeZone));
  const dates = [
    { name: "Today", date: first.toString() },
    { name: "Tomorrow", date: first.add({ days: 1 }).toString() },
    { name: "End of this week", date: endOfWeek(first, weekStart).toString() },
    { name: "In one week", date: first.add({ weeks: 1 }).toString() },
    { name: "In one month", date: first.add({ months: 1 }).toString() },
  ];
  return dates.filter(({ date }, n) => dates.findIndex((other) => other.date === date) === n);
}
