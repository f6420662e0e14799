/**
 * Whether everything runs: `deno task ok:full` sets it. Otherwise, tests with generated input use one seed, and broad
 * tests run a share of their rows (`share.ts`).
 */
export const isFull = Deno.env.get("TESTS") === "full";

/** Returns the current day's seed, such as 20261224. `SEED=20261224` repeats that day's tests. */
export function seedOfDay(): number {
  const today = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  return Number(Deno.env.get("SEED") ?? today);
}

/**
 * Returns the seeds for a test's generated input: always the current day's, so that each day tests other inputs, and in
 * full runs also the test's own constant seed. Tests have their seeds in their names.
 */
export function seedsOf(own: number): readonly number[] {
  return isFull ? [own, seedOfDay()] : [seedOfDay()];
}
