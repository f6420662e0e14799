import { testOrigin } from "../../support/world.ts";
import type { TestServer } from "../../support/server.ts";
import { crowdLimits } from "./limits.ts";
import type { Client } from "./measured.ts";
import type { Asked } from "./requests.ts";

/** The effect of many simultaneous requests on the server. */
export interface Crowd {
  /** The 99th percentile of the response time of `/health` meanwhile, in milliseconds. */
  health: number;
  /** The maximum additional memory, in bytes. */
  memory: number;
}

/** The number of simultaneous requests. */
export const CROWD = 60;
/** The time between two requests of `/health`, in milliseconds. */
const LOOK_MS = 20;
/** The kernel counts processor time in steps of this many milliseconds. */
const TICK_MS = 10;
/** The first successful run of several counts, because other processes use time and memory too. */
const TRIES = 8;
/** The factor above a limit at which another attempt is useless. */
const HOPELESS = 2;

/** Measures the effect of running requests on the server, and returns the best of several attempts. */
export async function during(
  client: Client,
  server: TestServer,
  run: () => Promise<unknown>,
): Promise<Crowd> {
  let best: Crowd = { health: Infinity, memory: Infinity };
  for (let tries = 0; tries < TRIES && isOver(best); tries++) {
    const { health, memory } = await once(client, server, run);
    best = { health: Math.min(health, best.health), memory: Math.min(memory, best.memory) };
    if (tries > 0 && isOver(best, HOPELESS)) break;
  }
  return best;
}

function isOver({ health, memory }: Crowd, times = 1): boolean {
  return health > times * crowdLimits.health || memory > times * crowdLimits.memory;
}

async function once(client: Client, { pid }: TestServer, run: () => Promise<unknown>) {
  const { memory: before } = await client.taken();
  const latencies: number[] = [];
  let over = false;
  const look = async () => {
    while (!over) {
      const since = { clock: performance.now(), processor: await processorTime(pid) };
      await client.send({ method: "GET", path: "/health", headers: {} });
      // Time used by other processes doesn't count
      const waited = performance.now() - since.clock;
      const worked = await processorTime(pid) - since.processor + TICK_MS;
      latencies.push(Number.isNaN(worked) ? waited : Math.min(waited, worked));
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  };
  const looking = look();
  try {
    await run();
  } finally {
    over = true;
  }
  await looking;
  const { memory, pace } = await client.taken();
  const sorted = latencies.toSorted((a, b) => a - b);
  return { health: sorted[Math.floor(sorted.length * 0.99)]! / pace, memory: memory - before };
}

/** Returns the processor time used by a process in milliseconds, or NaN if the system isn't Linux. */
async function processorTime(pid: number): Promise<number> {
  const stat = await Deno.readTextFile(`/proc/${pid}/stat`).catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Opens connections whose requests are sent and whose responses stay unread until the scope ends. */
export class Idlers implements Disposable {
  private constructor(private readonly connections: readonly Deno.TcpConn[]) {}

  /** @param announced the announced length of a body, of which one byte is sent */
  static async open(url: string, asked: readonly Asked[], announced?: number): Promise<Idlers> {
    const port = Number(new URL(url).port);
    const open = async ({ method, path, headers }: Asked) => {
      const fields = Object.entries({ host: new URL(testOrigin).host, ...headers });
      if (announced !== undefined) fields.push(["content-length", String(announced)]);
      const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join("");
      const text = `${method} ${path} HTTP/1.1\r\n${head}\r\n${announced === undefined ? "" : "{"}`;
      const connection = await Deno.connect({ hostname: "127.0.0.1", port });
      await connection.write(new TextEncoder().encode(text));
      return connection;
    };
    return new Idlers(await Promise.all(asked.map(open)));
  }

  [Symbol.dispose](): void {
    for (const connection of this.connections) connection.close();
  }
}
