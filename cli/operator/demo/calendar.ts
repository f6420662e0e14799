import type { Chance } from "./chance.ts";

const DAY = 86_400_000;

/** A moment of the same day, or of the Monday after a weekend, when people are at work (UTC). */
export function workingHour(chance: Chance, day: Date): Date {
  const moved = new Date(day);
  const weekday = moved.getUTCDay();
  if (weekday === 6) moved.setUTCDate(moved.getUTCDate() + 2);
  if (weekday === 0) moved.setUTCDate(moved.getUTCDate() + 1);
  moved.setUTCHours(chance.between(7, 17), chance.between(0, 59), chance.between(0, 59));
  moved.setUTCMilliseconds(chance.between(0, 999));
  return moved;
}

/**
 * When the tasks of a workspace were made: in working hours, oldest first, more of them lately.
 * @param count how many; 500 take a quarter of a year, 20,000 almost three years
 */
export function creationDates(chance: Chance, count: number, now: Date): Date[] {
  const days = Math.min(1_000, 60 + count / 20);
  const latest = now.getTime() - 60_000;
  return Array.from({ length: count }, () => {
    const ago = days * (1 - chance.next() ** 0.8);
    const at = workingHour(chance, new Date(latest - ago * DAY));
    return at.getTime() < latest ? at : new Date(latest - chance.between(0, 2 * 3_600_000));
  }).sort((a, b) => a.getTime() - b.getTime());
}
