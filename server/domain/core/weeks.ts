/** The days that a week begins with somewhere. */
export const weekStarts = ["monday", "saturday", "sunday"] as const;
export type WeekStart = (typeof weekStarts)[number];

/** The number of a weekday in ISO 8601: Monday is 1. */
export const weekdayOf: Readonly<Record<WeekStart, number>> = { monday: 1, saturday: 6, sunday: 7 };

/** The day that the week of a date began with. */
export function beginOfWeek(date: Temporal.PlainDate, weekStart: WeekStart): Temporal.PlainDate {
  return date.subtract({ days: (date.dayOfWeek + 7 - weekdayOf[weekStart]) % 7 });
}

/** The day on which work of a week ends. */
const lastWorkday: Readonly<Record<WeekStart, number>> = { monday: 5, saturday: 4, sunday: 5 };

/** The day on which the work of a week ends, from a date on: on that day itself it is today. */
export function endOfWeek(date: Temporal.PlainDate, weekStart: WeekStart): Temporal.PlainDate {
  return date.add({ days: (lastWorkday[weekStart] + 7 - date.dayOfWeek) % 7 });
}
