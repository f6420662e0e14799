/** The results of a client that requests `/health` continuously. */
export interface Seen {
  /** Milliseconds from the first attempt to the response, in ascending order. */
  latencies: number[];
  statuses: Set<number>;
  /** The number of attempts without a response, which were repeated. */
  dropped: number;
}

export interface SteadyClient {
  /** Stops after the pending response. */
  stop(): Promise<Seen>;
}

const PAUSE_MS = 20;
/** A server that doesn't respond for this long counts as down. */
const PATIENCE_MS = 30_000;

/** Requests `/health` continuously over any available connection, and repeats requests whose connection was dropped. */
export function askSteadily(url: string): SteadyClient {
  const seen: Seen = { latencies: [], statuses: new Set(), dropped: 0 };
  let over = false;
  const asking = (async () => {
    while (!over) {
      const begun = performance.now();
      seen.statuses.add(await answered(url, seen, begun + PATIENCE_MS));
      seen.latencies.push(performance.now() - begun);
      await pause(PAUSE_MS);
    }
  })();
  return {
    async stop() {
      over = true;
      await asking;
      seen.latencies.sort((a, b) => a - b);
      return seen;
    },
  };
}

async function answered(url: string, seen: Seen, until: number): Promise<number> {
  while (true) {
    try {
      const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(PATIENCE_MS) });
      await response.body?.cancel();
      return response.status;
    } catch (error) {
      if (performance.now() > until) throw error;
      seen.dropped++;
      await pause(5);
    }
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
