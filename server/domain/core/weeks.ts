/** The days on which a week starts in some region. */
export const weekStarts = ["monday", "saturday", "sunday"] as const;
export type WeekStart = (typeof weekStarts)[number];

/** The number of a weekday in ISO 8601: Monday is 1. */
export const weekdayOf: Readonly<Record<WeekStart, number>> = { monday: 1, saturday: 6, sunday: 7 };

/** Returns the first day of a date's week. */
export function beginOfWeek(date: Temporal.PlainDate, weekStart: WeekStart): Temporal.PlainDate {
  return date.subtract({ days: (date.dayOfWeek + 7 - weekdayOf[weekStart]) % 7 });
}

/** The last working day of a week. */
const lastWorkday: Readonly<Record<WeekStart, number>> = { monday: 5, saturday: 4, sunday: 5 };

/** Returns the next last working day of a week from a date on, which can be the date itself. */
export function endOfWeek(date: Temporal.PlainDate, weekStart: WeekStart): Temporal.PlainDate {
  return date.add({ days: (lastWorkday[weekStart] + 7 - date.dayOfWeek) % 7 });
}
