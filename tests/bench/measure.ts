import type { LoadResult } from "./protocol.ts";

/** What one server did in all rounds of one row. */
export interface Figures {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  requests: number;
  errors: number;
  firstError: string | null;
}

/**
 * Puts a row's rounds together: the rate is the median round's, so that one disturbed round doesn't count; the
 * latencies are those of all rounds.
 */
export function summarize(rounds: LoadResult[]): Figures {
  const latencies = Float64Array.from(rounds.flatMap((round) => round.latencies)).sort();
  return {
    perSecond: median(rounds.map((round) => round.requests / round.seconds)),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    requests: rounds.reduce((sum, round) => sum + round.requests, 0),
    errors: rounds.reduce((sum, round) => sum + round.errors, 0),
    firstError: rounds.find((round) => round.firstError)?.firstError ?? null,
  };
}

/** Ours as a share of the limit: the median over pairs of rounds, so that drift cancels out. */
export function pairedRatio(ours: LoadResult[], bare: LoadResult[]): number {
  return median(ours.map((round, at) => rate(round) / rate(bare[at]!)));
}

function rate(round: LoadResult): number {
  return round.requests / round.seconds;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The value below which a share of sorted values lies (nearest rank). */
export function percentile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return NaN;
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}
