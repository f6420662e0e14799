import { badDays, liveThrough } from "../support/bad_days/days.ts";
import type { Seen } from "../support/bad_days/steady.ts";

/**
 * `deno task bench:badday [--seconds N] [--only TEXT]`: how long `/health` takes while things go wrong around a server.
 * Fails where one answer in a hundred takes longer than it may.
 */

/** Milliseconds within which 99 of 100 answers come. */
const GOAL_MS = 250;

function option(name: string): string | undefined {
  const at = Deno.args.indexOf(name);
  return at < 0 ? undefined : Deno.args[at + 1];
}

function percentile({ latencies }: Seen, share: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? NaN;
}

const lasting = Number(option("--seconds") ?? 7) * 1_000;
if (!(lasting > 0)) throw new Error("--seconds takes a number above 0.");
let late = 0;
for (const day of badDays.filter(({ name }) => name.includes(option("--only") ?? ""))) {
  const seen = await liveThrough(day, lasting);
  const p99 = percentile(seen, 0.99);
  if (!(p99 <= GOAL_MS)) late++;
  console.log(
    `${p99 <= GOAL_MS ? " " : "!"} ${day.name.padEnd(54)} ` +
      `${String(seen.latencies.length).padStart(5)} answers, ${seen.dropped} dropped, ` +
      `p50 ${percentile(seen, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ` +
      `most ${percentile(seen, 1).toFixed(1)} ms`,
  );
}
console.log(`The goal is ${GOAL_MS} ms at the 99th percentile.`);
Deno.exitCode = late > 0 ? 1 : 0;
