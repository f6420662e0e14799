/**
 * Returns whether something happened recently. A time in the future doesn't count, because the clock was set back
 * since.
 * @param ms the maximum age, in milliseconds
 * @param moment the time in ISO 8601
 */
export function isWithin(ms: number, moment: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(moment);
  return age >= 0 && age < ms;
}
