import { Buffer } from "node:buffer";
import { Agent, request } from "node:http";
import { denoFlagsOf, type TestServer, whenListening } from "../../support/server.ts";
import { repository } from "../../support/source.ts";
import { type Limit, limitsOf } from "./limits.ts";
import type { Asked } from "./requests.ts";
import type { Taken } from "./served.ts";

/** The measured parts of a response. */
export interface Answered {
  status: number;
  /** The size of the body as sent. */
  bytes: number;
}

/** The cost of one request, as the best of several attempts. */
export interface Measured extends Answered, Omit<Taken, "memory" | "pace"> {
  asked: Asked;
}

/** The number of attempts for a request that exceeds a limit. The first ones can run code that isn't compiled yet. */
const TRIES = 8;
/** The factor above a limit at which another attempt is useless. */
const HOPELESS = 2;

/** Starts the server in `served.ts` with the program's V8 flags. */
export async function startMeasured(databaseUrl: string): Promise<TestServer> {
  const v8 = denoFlagsOf("start").filter((flag) => flag.startsWith("--v8-flags"));
  const words = "run --quiet --no-check --allow-all --lock=tests/deno.lock";
  const child = new Deno.Command(Deno.execPath(), {
    args: [...words.split(" "), ...v8, "tests/gates/cost/served.ts", databaseUrl],
    cwd: repository,
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  return await whenListening(child);
}

/** A client that reuses connections and never decompresses. */
export class Client implements Disposable {
  #agent = new Agent({ keepAlive: true });

  constructor(private readonly url: string) {}

  /** Sends a request and reads its whole response. */
  send({ method, path, headers, body }: Omit<Asked, "of">): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const length = body === undefined
        ? {}
        : { "content-length": String(Buffer.byteLength(body)) };
      const options = { method, headers: { ...headers, ...length }, agent: this.#agent };
      const sent = request(this.url + path, options, (answer) => {
        let bytes = 0;
        answer.on("data", (chunk: Uint8Array) => bytes += chunk.byteLength);
        answer.on("end", () => resolve({ status: answer.statusCode!, bytes })).on("error", reject);
      });
      sent.on("error", reject).end(body);
    });
  }

  /** Returns the cost to the server since the last call. */
  async taken(): Promise<Taken> {
    return await (await fetch(`${this.url}/taken`)).json();
  }

  /** Sends a request by itself until it stays within the limits, or until the attempts are used up. */
  async measure(asked: Asked): Promise<Measured> {
    let best: Measured | undefined;
    for (let tries = 0; tries < TRIES; tries++) {
      const answered = await this.send(asked);
      const { processor, block } = await this.taken();
      best = {
        asked,
        ...answered,
        processor: Math.min(processor, best?.processor ?? Infinity),
        block: Math.min(block, best?.block ?? Infinity),
      };
      if (excessesOf(best).length === 0 || (tries > 0 && isHopeless(best))) break;
    }
    return best!;
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }
}

const units: Record<Limit, (value: number) => string> = {
  processor: (ms) => `${ms.toFixed(0)} ms of processor time`,
  block: (ms) => `${ms.toFixed(0)} ms without answering anybody else`,
  bytes: (bytes) => `${(bytes / 1_000_000).toFixed(1)} MB`,
};

/** Describes how a request exceeds limits. */
export function excessesOf(measured: Measured): string[] {
  const limits = limitsOf(measured.asked.of);
  return (Object.keys(units) as Limit[]).filter((limit) => measured[limit] > limits[limit])
    .map((limit) => `${units[limit](measured[limit])} instead of ${units[limit](limits[limit])}`);
}

/** Returns whether neither another attempt nor another request with the same name would help. */
export function isHopeless({ asked: { of }, processor, bytes }: Measured): boolean {
  const limits = limitsOf(of);
  return bytes > limits.bytes || processor > HOPELESS * limits.processor;
}

/** Returns a name for a request that identifies its row and data. */
export function describe({ of, method, path, headers, body }: Asked): string {
  const way = headers["backlog-live"] ? "a live refresh" : headers["hx-request"] ? "a part" : "";
  const short = (text: string) => text.length > 120 ? `${text.slice(0, 120)}…` : text;
  const parts = [way, of, body && `with ${short(body)}`].filter(Boolean);
  return `${method} ${short(path)} (${parts.join(", ")})`;
}
