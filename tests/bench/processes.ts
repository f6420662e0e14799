import { denoFlagsOf } from "../support/server.ts";
import { RawConnection, requestBytes } from "./connection.ts";
import type { LoadJob, LoadResult } from "./protocol.ts";

/** A process that the bench started and ends again. */
export interface Started {
  readonly pid: number;
  readonly port: number;
  /** The public origin that it was given. */
  readonly origin: string;
  stop(): Promise<void>;
}

const root = new URL("../../", import.meta.url);

const children = new Set<Deno.ChildProcess>();

/** Ends whatever is still running; for when the bench itself fails or is interrupted. */
export function stopEverything(): void {
  for (const child of children) {
    try {
      child.kill("SIGKILL");
    } catch { /* it has ended by itself */ }
  }
}

function spawn(args: string[], env: Record<string, string>, stdio: Partial<Deno.CommandOptions>) {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", ...denoFlagsOf("start"), ...args],
    cwd: root,
    env,
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
    ...stdio,
  }).spawn();
  children.add(child);
  void child.status.then(() => children.delete(child));
  return child;
}

/** A TCP port that was free a moment ago. */
export function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}

/** What the server is set to in the bench: its defaults, with a file of our own and the log as JSON. */
export function serverSettings(file: string, port: number): Record<string, string> {
  return {
    BACKLOG_PORT: String(port),
    BACKLOG_HOST: "127.0.0.1",
    BACKLOG_ORIGIN: originOf(port),
    BACKLOG_DATABASE_URL: `file:${file}`,
    BACKLOG_SMTP_URL: "",
    BACKLOG_TASK_LIMIT: "",
    BACKLOG_LOG: "json",
    // Requests are counted as ever, but sixteen connections are no flood here.
    BACKLOG_RATE_LIMIT: "1000000000",
  };
}

/**
 * Starts Backlog as an operator would and waits for its first answer.
 * @param program a built one; from its sources without
 * @returns the process, and how many milliseconds lay between its start and the first good answer of `/health`
 */
export async function startServer(
  file: string,
  program?: string,
): Promise<Started & { coldStartMs: number }> {
  const port = freePort();
  const begun = performance.now();
  const settings = serverSettings(file, port);
  const child = program
    ? new Deno.Command(program, { args: ["serve"], env: settings, stdin: "null", stdout: "null" })
      .spawn()
    : spawn(["main.ts", "serve"], settings, {});
  await firstAnswer(child, port, "/health");
  return { ...stoppable(child, port, originOf(port)), coldStartMs: performance.now() - begun };
}

/** Starts the bare server, which reads the same file. */
export async function startBare(file: string, origin: string): Promise<Started> {
  const port = freePort();
  const child = spawn(["tests/bench/bare/serve.ts", file, String(port), origin], {}, {});
  await firstAnswer(child, port, "/health");
  return stoppable(child, port, origin);
}

function originOf(port: number): string {
  return `http://localhost:${port}`;
}

function stoppable(child: Deno.ChildProcess, port: number, origin: string): Started {
  return {
    origin,
    pid: child.pid,
    port,
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await child.status;
      clearTimeout(late);
    },
  };
}

async function firstAnswer(child: Deno.ChildProcess, port: number, path: string): Promise<void> {
  let ended = false;
  void child.status.then(() => ended = true);
  const request = requestBytes("GET", path, {});
  const deadline = performance.now() + 20_000;
  while (!ended && performance.now() < deadline) {
    try {
      const connection = await RawConnection.open(port);
      const { status } = await connection.exchange(request).finally(() => connection.close());
      if (status === 200) return;
    } catch { /* not listening yet */ }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`The server ${ended ? "ended" : "didn't answer"} before its first good answer.`);
}

/** Resident memory of a process in bytes: from `/proc` where there is one, else from `ps`. */
export async function residentBytes(pid: number): Promise<number> {
  try {
    const status = await Deno.readTextFile(`/proc/${pid}/status`);
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) * 1024;
  } catch {
    const { stdout } = await new Deno.Command("ps", { args: ["-o", "rss=", "-p", `${pid}`] })
      .output();
    return Number(new TextDecoder().decode(stdout)) * 1024;
  }
}

/** The load generator's process: one for the whole run, so that it is equally warm for everybody. */
export class LoadGenerator {
  #child = spawn(["tests/bench/load.ts"], {}, { stdin: "piped", stdout: "piped" });
  #input = this.#child.stdin.getWriter();
  #output = this.#child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  #rest = "";

  /** @throws Error when no result comes in time: a server hangs, or the generator died */
  async run(job: LoadJob): Promise<LoadResult> {
    await this.#input.write(new TextEncoder().encode(JSON.stringify(job) + "\n"));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      const message = "The load generator gave no result in time; a server may hang.";
      timer = setTimeout(() => reject(new Error(message)), job.warmUpMs + job.durationMs + 20_000);
    });
    try {
      return JSON.parse(await Promise.race([this.#line(), late]));
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    await this.#input.close();
    await this.#child.status;
  }

  async #line(): Promise<string> {
    while (true) {
      const end = this.#rest.indexOf("\n");
      if (end >= 0) {
        const line = this.#rest.slice(0, end);
        this.#rest = this.#rest.slice(end + 1);
        return line;
      }
      const { value, done } = await this.#output.read();
      if (done) throw new Error("The load generator ended early.");
      this.#rest += value;
    }
  }
}
