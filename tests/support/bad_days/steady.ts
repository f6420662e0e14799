/** What somebody saw who asked for `/health` all the while. */
export interface Seen {
  /** Milliseconds from the first try to the answer, ascending. */
  latencies: number[];
  statuses: Set<number>;
  /** Tries that got no answer and were made again. */
  dropped: number;
}

export interface SteadyClient {
  /** Stops asking, after the answer under way. */
  stop(): Promise<Seen>;
}

const PAUSE_MS = 20;
/** A server that says nothing for so long counts as gone. */
const PATIENCE_MS = 30_000;

/** Asks for `/health` over and over, each time on whatever connection there is, and again where one was dropped. */
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
