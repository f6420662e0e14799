import type { Chance } from "./chance.ts";

const DAY = 86_400_000;

/** Returns a time in working hours (UTC) of the same day, or of Monday for a day of the weekend. */
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
 * Returns the creation times of a workspace's tasks: in working hours, oldest first, more of them recently.
 * @param count the number of tasks; 500 span three months, 20,000 almost three years
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
