import type { Forecast, ProgressDay } from "./schema.ts";

/** How many weeks tell how fast a project goes on. */
const WEEKS = 8;

/** From how many days, the last ones, all of them are known. */
export const FORECAST_DAYS = 7 * WEEKS + 1;

/** The fewest days of progress from which anything is told. */
const FEWEST_DAYS = 14;

/** A later year than this is no forecast. */
const MOST_WEEKS = 520;

/**
 * Between which days what is left of a project may be done, by how many tasks its last eight weeks completed.
 * @param days every day from the first task on, or the last ones, of which the last is today
 * @returns null where nothing is left, where fewer than fourteen days tell, or nothing was completed in eight weeks
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

/** How many tasks were completed in each of the last whole weeks, at most eight of them. */
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
