/**
 * `deno task ok:full` sets this. Otherwise a run takes one seed of each test with generated input, and a share of each wide
 * walk (`share.ts`).
 */
export const isFull = Deno.env.get("TESTS") === "full";

/** Returns the day's seed, such as 20261224. `SEED=20261224` repeats that day. */
export function seedOfDay(): number {
  const today = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  return Number(Deno.env.get("SEED") ?? today);
}

/**
 * Returns the seeds with which a test generates its input: the day's, so that runs look elsewhere as days go by, and in
 * full the test's own too, which is the same in every run. A test has its seed in its name.
 */
export function seedsOf(own: number): readonly number[] {
  return isFull ? [own, seedOfDay()] : [seedOfDay()];
}
