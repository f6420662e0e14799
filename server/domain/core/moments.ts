/**
 * Whether something happened less than so long ago. What lies in the future happened before the clock was set back, who
 * knows when: it doesn't count.
 * @param ms how long, in milliseconds
 * @param moment when it happened, ISO 8601
 */
export function isWithin(ms: number, moment: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(moment);
  return age >= 0 && age < ms;
}
