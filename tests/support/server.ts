import assert from "node:assert/strict";
import { join } from "node:path";
import project from "../../deno.json" with { type: "json" };
import { within } from "./limits.ts";
import { repository } from "./source.ts";

/** A real server: a separate process that listens on a port chosen by the system. */
export interface TestServer extends AsyncDisposable {
  /** The origin from the server's output, `http://localhost:…`. */
  url: string;
  pid: number;
  /** The log so far, one line of JSON per entry. */
  lines: string[];
  /** Returns the newest code for an address in the log, each code only once. Waits for it if necessary. */
  codeFor(email: string): Promise<string>;
  /** Sends SIGTERM, and returns the exit code. */
  stop(): Promise<number>;
  /** Sends SIGKILL, so that the server can't finish anything. */
  kill(): Promise<void>;
}

/** Returns the flags that a task of this project passes to Deno: permissions and V8 flags. */
export function denoFlagsOf(task: keyof typeof project.tasks): string[] {
  return project.tasks[task].replaceAll("'", "").split(" ")
    .filter((word) => /^--(allow|v8)-/.test(word));
}

/**
 * Returns the arguments after `deno run` that start the program with a task's flags. Starts the bundle if the gate has
 * built one.
 */
export function programWords(task: keyof typeof project.tasks): string[] {
  const flags = denoFlagsOf(task);
  const bundle = Deno.env.get("TESTS_PROGRAM");
  if (!bundle) return ["--no-check", ...flags, join(repository, "main.ts")];
  const alone = ["--no-config", "--no-lock", "--cached-only", "--node-modules-dir=manual"];
  return [...alone, ...flags, bundle];
}

/**
 * Starts the program with arguments and settings, without the settings of the test runner's environment.
 * @param through a command that runs the rest of its arguments, such as `nice`
 */
export function spawnBacklog(
  args: string[],
  settings: Record<string, string> = {},
  through: string[] = [],
) {
  const own = Object.keys(Deno.env.toObject()).filter((name) => name.startsWith("BACKLOG_"));
  const cleared = Object.fromEntries(own.map((name) => [name, ""]));
  const words = ["run", "--quiet", ...programWords("start"), ...args];
  const [program, ...rest] = [...through, Deno.execPath(), ...words] as [string, ...string[]];
  return new Deno.Command(program, {
    args: rest,
    cwd: repository,
    env: { ...cleared, NO_COLOR: "1", ...settings },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/**
 * Starts a server and waits until it listens.
 * @param settings the settings, which must include `BACKLOG_DATABASE_URL`
 * @param through a command that runs the rest of its arguments
 */
export async function startServer(
  settings: Record<string, string>,
  through: string[] = [],
): Promise<TestServer> {
  const usual = { BACKLOG_PORT: "0", BACKLOG_LOG: "json", BACKLOG_RATE_LIMIT: "1000000" };
  return await whenListening(spawnBacklog(["serve"], { ...usual, ...settings }, through));
}

/** Waits until a started server listens. */
export async function whenListening(child: Deno.ChildProcess): Promise<TestServer> {
  const log = new LogReader(child.stdout);
  const errors = new Response(child.stderr).text();
  const listening = await within(
    "The line that says where the server listens",
    log.find(/listens on (http:[^\s"]+)/, 0),
  ).catch((error) => {
    child.kill("SIGKILL");
    throw error;
  });
  if (!listening) throw new Error(`The server ended before it listened: ${await errors}`);
  let ended = false;
  const end = async (signal: Deno.Signal) => {
    if (!ended) child.kill(signal);
    ended = true;
    await within(`The server's end after ${signal}`, Promise.all([log.done, errors]));
    return (await child.status).code;
  };
  /** For each address, the number of log lines whose codes were already returned. */
  const told = new Map<string, number>();
  return {
    url: listening[1]!,
    pid: child.pid,
    lines: log.lines,
    async codeFor(email) {
      const asked = new RegExp(`mail to ${email.replaceAll(".", "\\.")}: code (\\d{6})`);
      const from = told.get(email) ?? 0;
      const found = log.lines.slice(from).findLast((line) => asked.test(line));
      const next = () => within(`The sign-in code for ${email}`, log.find(asked, log.lines.length));
      const match = found ? asked.exec(found) : await next();
      assert.ok(match, `no code was logged for ${email}`);
      told.set(email, log.lines.length);
      return match[1]!;
    },
    stop: () => end("SIGTERM"),
    kill: async () => void await end("SIGKILL"),
    [Symbol.asyncDispose]: async () => void await end("SIGTERM"),
  };
}

/** Reads a process's output line by line, and lets a test wait for a line. */
class LogReader {
  readonly lines: string[] = [];
  readonly done: Promise<void>;
  #waiting = new Set<() => void>();
  #over = false;

  constructor(stream: ReadableStream<Uint8Array>) {
    this.done = this.#read(stream);
  }

  /** Returns the first match from a line on, or `null` if the process ends without one. */
  async find(pattern: RegExp, from: number): Promise<RegExpExecArray | null> {
    for (let at = from;; at++) {
      while (at >= this.lines.length) {
        if (this.#over) return null;
        await new Promise<void>((resolve) => this.#waiting.add(resolve));
      }
      const match = pattern.exec(this.lines[at]!);
      if (match) return match;
    }
  }

  async #read(stream: ReadableStream<Uint8Array>): Promise<void> {
    let rest = "";
    for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + chunk).split("\n");
      rest = parts.pop()!;
      this.lines.push(...parts);
      this.#wake();
    }
    this.#over = true;
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
