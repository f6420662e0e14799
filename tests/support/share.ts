import { isFull, seedOfDay } from "./seeds.ts";

/** Days in which a wide walk's rows each have their turn. */
const DAYS = 3;

/**
 * Returns the rows of a wide walk that run today: every third, in full all. Three days in a row take each row once.
 * @param turn walks over the same rows that pass 0, 1, and 2 take different thirds of them
 */
export function shareOf<T>(rows: readonly T[], turn = 0): T[] {
  if (isFull) return [...rows];
  const first = (seedOfDay() + turn) % DAYS;
  const count = Math.ceil(rows.length / DAYS);
  return Array.from({ length: count }, (_, n) => rows[(first + n * DAYS) % rows.length]!);
}

/** Returns whether something that is only known by its name has its turn today; in full everything has. */
export function hasTurn(name: string): boolean {
  const sum = [...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0);
  return isFull || (sum + seedOfDay()) % DAYS === 0;
}
