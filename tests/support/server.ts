import assert from "node:assert/strict";
import { join } from "node:path";
import project from "../../deno.json" with { type: "json" };
import { within } from "./limits.ts";
import { repository } from "./source.ts";

/** A real server: a process of its own that listens on a port the system chose. */
export interface TestServer extends AsyncDisposable {
  /** The origin that it said it listens on, `http://localhost:…`. */
  url: string;
  pid: number;
  /** Its log so far, one line of JSON each. */
  lines: string[];
  /** The newest code in the log for an address, once each; waits until there is one. */
  codeFor(email: string): Promise<string>;
  /** SIGTERM; gives the exit code once it has ended. */
  stop(): Promise<number>;
  /** SIGKILL: no chance to finish anything. */
  kill(): Promise<void>;
}

/** Returns the flags that a task of this project gives Deno: permissions, and V8's own flags. */
export function denoFlagsOf(task: keyof typeof project.tasks): string[] {
  return project.tasks[task].replaceAll("'", "").split(" ")
    .filter((word) => /^--(allow|v8)-/.test(word));
}

/** Returns the words after `deno run` that start the program with a task's flags: its bundle, if the gate made one. */
export function programWords(task: keyof typeof project.tasks): string[] {
  const flags = denoFlagsOf(task);
  const bundle = Deno.env.get("TESTS_PROGRAM");
  if (!bundle) return ["--no-check", ...flags, join(repository, "main.ts")];
  const alone = ["--no-config", "--no-lock", "--cached-only", "--node-modules-dir=manual"];
  return [...alone, ...flags, bundle];
}

/**
 * Starts the program with these arguments and settings, apart from the settings of whoever runs the tests.
 * @param through a command that starts the rest of its words, `nice` say
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
 * @param settings more of them; it needs `BACKLOG_DATABASE_URL`
 * @param through a command that starts the rest of its words
 */
export async function startServer(
  settings: Record<string, string>,
  through: string[] = [],
): Promise<TestServer> {
  const usual = { BACKLOG_PORT: "0", BACKLOG_LOG: "json", BACKLOG_RATE_LIMIT: "1000000" };
  return await whenListening(spawnBacklog(["serve"], { ...usual, ...settings }, through));
}

/** Waits until a server that was started listens. */
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
  /** Up to which line each address has had its codes. */
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

/** Reads a process's lines as they come, and lets a test wait for one. */
class LogReader {
  readonly lines: string[] = [];
  readonly done: Promise<void>;
  #waiting = new Set<() => void>();
  #over = false;

  constructor(stream: ReadableStream<Uint8Array>) {
    this.done = this.#read(stream);
  }

  /** The first match in the lines from one on; null when the process ends without it. */
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
