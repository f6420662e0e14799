import type { Seen } from "../support/outages/steady.ts";

/** Milliseconds within which 99 of 100 answers come. */
export const GOAL_MS = 250;

export function p99(seen: Seen): number {
  return percentile(seen, 0.99);
}

/** One line about what somebody saw who asked for `/health` all the while. */
export function line(name: string, seen: Seen): string {
  return `${p99(seen) <= GOAL_MS ? " " : "!"} ${name.padEnd(54)} ` +
    `${String(seen.latencies.length).padStart(5)} answers, ${seen.dropped} dropped, ` +
    `p50 ${percentile(seen, 0.5).toFixed(1)} ms, p99 ${p99(seen).toFixed(1)} ms, ` +
    `most ${percentile(seen, 1).toFixed(1)} ms`;
}

function percentile({ latencies }: Seen, share: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? NaN;
}
