import { isFull, seedOfDay } from "./seeds.ts";

/** The number of days in which each row of a broad test runs once. */
const DAYS = 3;

/** Returns the number of days from 1970 to a seed's day. A seed that isn't a date is returned unchanged. */
export function dayOf(seed: number): number {
  const date = String(seed).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  return date.includes("-") && Date.parse(date) / 86_400_000 || seed;
}

/**
 * Returns the rows of a broad test that run on the current day: one third, or all in full runs. Any three consecutive
 * days run each row once.
 * @param turn tests of the same rows that pass 0, 1, and 2 run different thirds
 */
export function shareOf<T>(rows: readonly T[], turn = 0): T[] {
  return everyThird(rows, dayOf(seedOfDay()) + turn);
}

/**
 * Returns a third of the rows that `shareOf` chose, for three days, so that any nine consecutive days run each row.
 * @param turn periods of three days to add: 0 is the current one
 */
export function slowShareOf<T>(rows: readonly T[], turn = 0): T[] {
  return everyThird(rows, Math.floor(dayOf(seedOfDay()) / DAYS) + turn);
}

function everyThird<T>(rows: readonly T[], first: number): T[] {
  if (isFull) return [...rows];
  const count = Math.ceil(rows.length / DAYS);
  return Array.from({ length: count }, (_, n) => rows[(first % DAYS + n * DAYS) % rows.length]!);
}

/** Returns a few rows of a very broad test, different ones each day, or all in full runs. */
export function fewOf<T>(rows: readonly T[], count: number): T[] {
  if (isFull) return [...rows];
  const first = dayOf(seedOfDay()) * count;
  return Array.from({ length: count }, (_, n) => rows[(first + n) % rows.length]!);
}

/** Returns whether something known only by name runs on the current day. In full runs, everything does. */
export function hasTurn(name: string): boolean {
  const sum = [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0);
  return isFull || (sum + dayOf(seedOfDay())) % DAYS === 0;
}
