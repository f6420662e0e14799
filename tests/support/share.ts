import { isFull, seedOfDay } from "./seeds.ts";

/** The number of days in which each row of a broad test runs once. */
const DAYS = 3;

/** Returns the number of days from 1970 to a seed's day. A seed that isn't a date is returned unchanged. */
export function dayOf(seed: number): number {
  const date = String(seed).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  return date.includes("-") && Date.parse(date) / 86_400_000 || seed;
}

/**
 * Returns the thirds that run on a day, counted from 0: of broad test files (`isBroad`), of rows, and of slow rows. Nine
 * consecutive days combine each third of the files, and each slow third, with each third of the rows.
 */
export function thirdsOf(day: number): { files: number; rows: number; slow: number } {
  const round = Math.floor(day / DAYS);
  return { files: day % DAYS, rows: (day + round) % DAYS, slow: round % DAYS };
}
const thirds = () => thirdsOf(dayOf(seedOfDay()));

/**
 * Returns the rows of a broad test that run on the current day: one third, or all in full runs.
 * @param turn tests of the same rows that pass 0, 1, and 2 run different thirds
 */
export const shareOf = <T>(rows: readonly T[], turn = 0): T[] =>
  everyThird(rows, thirds().rows + turn);

/** Does the same with rows that `shareOf` chose, so that any nine consecutive days run each row. */
export const slowShareOf = <T>(rows: readonly T[], turn = 0): T[] =>
  everyThird(rows, thirds().slow + turn);

/** Does the same with test files, whose rows `shareOf` chooses. */
export const fileShareOf = (paths: readonly string[], turn = 0): string[] =>
  everyThird(paths, thirds().files + turn);

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
  return isFull || (sum + thirds().rows) % DAYS === 0;
}
