/**
 * The seeds with which a test generates its inputs: its own one, so that every run asks the same, and today's, so that
 * runs look elsewhere as days go by. A test has its seed in its name, which prints it; `SEED=20261224` brings a day back.
 */
export function seedsOf(own: number): readonly number[] {
  const today = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  return [own, Number(Deno.env.get("SEED") ?? today)];
}
