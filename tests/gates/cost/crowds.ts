import { testOrigin } from "../../support/world.ts";
import type { Client } from "./measured.ts";
import type { Asked } from "./requests.ts";

/** What a crowd of requests did to the server. */
export interface Crowd {
  /** The 99th percentile of what `/health` took meanwhile, in milliseconds. */
  health: number;
  /** The most memory that was used beyond what was used before, in bytes. */
  memory: number;
}

/** The time between two looks at `/health`, in milliseconds. */
const LOOK_MS = 20;

/** Measures what requests do to the server while they run. */
export async function during(client: Client, run: () => Promise<unknown>): Promise<Crowd> {
  const { memory: before } = await client.taken();
  const latencies: number[] = [];
  let over = false;
  const look = async () => {
    while (!over) {
      const since = performance.now();
      await client.send({ method: "GET", path: "/health", headers: {} });
      latencies.push(performance.now() - since);
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
  const { memory } = await client.taken();
  const sorted = latencies.toSorted((a, b) => a - b);
  return { health: sorted[Math.floor(sorted.length * 0.99)]!, memory: memory - before };
}

/** Connections whose requests are sent and whose responses nobody reads, until the scope ends. */
export class Idlers implements Disposable {
  private constructor(private readonly connections: readonly Deno.TcpConn[]) {}

  /** @param announced the length of a body, of which one byte is sent */
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
