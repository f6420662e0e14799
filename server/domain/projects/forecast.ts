import type { Forecast, ProgressDay } from "./schema.ts";

/** The number of weeks that determine the pace. */
const WEEKS = 8;

/** The number of last days that must be complete. */
export const FORECAST_DAYS = 7 * WEEKS + 1;

/** The minimum number of days for a forecast. */
const FEWEST_DAYS = 14;

/** The last year for a forecast. Later ones are omitted. */
const MOST_WEEKS = 520;

/**
 * Estimates the completion of a project from the tasks completed in its last eight weeks.
 * @param days all days from the first task on, or only the latest; the last one is today
 * @returns null without remaining tasks, with fewer than fourteen days, or if no task was completed in eight weeks
 */
export function forecastOf(days: readonly ProgressDay[]): Forecast | null {
  const now = days.at(-1);
  if (!now || days.length < FEWEST_DAYS) return null;
  const left = now.total - now.completed - now.cancelled;
  if (left === 0) return null;
  const rates = completedByWeek(days).toSorted((a, b) => b - a);
  const half = Math.ceil(rates.length / 2);
  const fast = mean(rates.slice(0, half));
  const slow = mean(rates.slice(rates.length - half));
  const earliest = doneBy(now.day, left, fast);
  return earliest === null ? null : { left, earliest, latest: doneBy(now.day, left, slow) };
}

/** Returns the tasks completed in each of the last full weeks, at most eight. */
function completedByWeek(days: readonly ProgressDay[]): number[] {
  const weeks = Math.min(WEEKS, Math.floor((days.length - 1) / 7));
  return Array.from({ length: weeks }, (_, back) => {
    const end = days.length - 1 - 7 * back;
    return Math.max(0, days[end]!.completed - days[end - 7]!.completed);
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function doneBy(today: string, left: number, perWeek: number): string | null {
  const weeks = left / perWeek;
  if (!(weeks <= MOST_WEEKS)) return null;
  return Temporal.PlainDate.from(today).add({ days: Math.ceil(7 * weeks) }).toString();
}
