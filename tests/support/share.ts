import { isFull, seedOfDay } from "./seeds.ts";

/** Days in which a wide walk's rows each have their turn. */
const DAYS = 3;

/** Returns the days since 1970 of the day whose seed this is. A seed that isn't a date stands for itself. */
export function dayOf(seed: number): number {
  const date = String(seed).replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  return date.includes("-") && Date.parse(date) / 86_400_000 || seed;
}

/**
 * Returns which third of everything has its turn on a day, from 0 on: of the test files in folders of browser tests, of
 * rows, and of the rows that take long. Nine days in a row combine each third of the files, and each slow third, with
 * each third of the rows.
 */
export function thirdsOf(day: number): { files: number; rows: number; slow: number } {
  const round = Math.floor(day / DAYS);
  return { files: day % DAYS, rows: (day + round) % DAYS, slow: round % DAYS };
}
const thirds = () => thirdsOf(dayOf(seedOfDay()));

/**
 * Returns the rows of a wide walk that run today: every third, in full all.
 * @param turn walks over the same rows that pass 0, 1, and 2 take different thirds of them
 */
export const shareOf = <T>(rows: readonly T[], turn = 0): T[] =>
  everyThird(rows, thirds().rows + turn);

/** Does the same with rows that `shareOf` chose, so that nine days in a row take each row. */
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

/** Returns a few rows of a very wide walk, the next ones each day; in full all. */
export function fewOf<T>(rows: readonly T[], count: number): T[] {
  if (isFull) return [...rows];
  const first = dayOf(seedOfDay()) * count;
  return Array.from({ length: count }, (_, n) => rows[(first + n) % rows.length]!);
}

/** Returns whether something that is only known by its name has its turn today; in full everything has. */
export function hasTurn(name: string): boolean {
  const sum = [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0);
  return isFull || (sum + thirds().rows) % DAYS === 0;
}
