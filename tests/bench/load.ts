import { RawConnection, requestBytes } from "./connection.ts";
import { KEPT_LATENCIES, type LoadJob, type LoadResult } from "./protocol.ts";

/**
 * The load generator, a process of its own so that its work isn't counted as the server's: reads jobs as JSON
 * lines from standard input, writes a result for each to standard output, ends when the input does.
 */

const MOST_LATENCIES = 2_000_000;
const latencies = new Float64Array(MOST_LATENCIES);

/** Runs one round: every connection sends its next request as soon as the last is answered. */
async function run(job: LoadJob): Promise<LoadResult> {
  const requests = job.requests.map((r) => requestBytes(r.method, r.path, r.headers, r.body));
  const connections = await Promise.all(
    Array.from({ length: job.connections }, () => RawConnection.open(job.port)),
  );
  let next = 0;
  let done = 0;
  let errors = 0;
  let firstError: string | null = null;
  const start = performance.now() + job.warmUpMs;
  const end = start + job.durationMs;

  async function keepSending(connection: RawConnection): Promise<void> {
    while (true) {
      const sent = performance.now();
      if (sent >= end) return;
      const { status } = await connection.exchange(requests[next++ % requests.length]!);
      if (status !== job.expect) {
        errors++;
        firstError ??= `answered ${status} instead of ${job.expect}`;
      }
      const answered = performance.now();
      if (sent >= start && answered <= end && done < MOST_LATENCIES) {
        latencies[done++] = answered - sent;
      }
    }
  }

  await Promise.all(connections.map(async (connection) => {
    try {
      await keepSending(connection);
    } catch (error) {
      errors++;
      firstError ??= (error as Error).message;
    } finally {
      connection.close();
    }
  }));
  return {
    seconds: job.durationMs / 1000,
    requests: done,
    errors,
    firstError,
    latencies: thinned(latencies.subarray(0, done).sort()),
  };
}

/** An even sample of sorted latencies that keeps the shape of the whole. */
function thinned(sorted: Float64Array): number[] {
  const step = Math.max(1, sorted.length / KEPT_LATENCIES);
  const kept: number[] = [];
  for (let at = 0; at < sorted.length; at += step) kept.push(sorted[Math.floor(at)]!);
  return kept;
}

let rest = "";
for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
  const lines = (rest + text).split("\n");
  rest = lines.pop()!;
  for (const line of lines) console.log(JSON.stringify(await run(JSON.parse(line))));
}
