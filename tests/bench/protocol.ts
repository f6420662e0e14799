/** One request of a round, as it crosses from the bench to the load generator. */
export interface LoadRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** What the load generator is told to do, one JSON line each. */
export interface LoadJob {
  port: number;
  connections: number;
  /** Measured time, after `warmUpMs` of the same load that isn't counted. */
  durationMs: number;
  warmUpMs: number;
  /** The status that every answer must have; any other is an error. */
  expect: number;
  /** Sent in turn, over and over. */
  requests: LoadRequest[];
}

/** What it found, one JSON line each. */
export interface LoadResult {
  seconds: number;
  requests: number;
  errors: number;
  /** The first error, to say what went wrong. */
  firstError: string | null;
  /** Every latency in milliseconds, in ascending order, at most `KEPT_LATENCIES` of them, evenly taken. */
  latencies: number[];
}

export const KEPT_LATENCIES = 4000;
