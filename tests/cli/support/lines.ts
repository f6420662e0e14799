import { within } from "../../support/limits.ts";
import { programWords } from "../../support/server.ts";
import { runInside } from "./inside.ts";

const root = new URL("../../../", import.meta.url);
const path = (relative: string) => decodeURIComponent(new URL(relative, root).pathname);

/** How one run ended. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  env?: Record<string, string>;
  /** What is typed; in parts, when one depends on what happened meanwhile. */
  stdin?: string | AsyncIterable<string>;
  /** The folder in which it is typed, where a program is started. */
  cwd?: string;
}

/** One of the two command lines. */
export type Line = Program | Inside;

/** One as a person would start it. */
export interface Program {
  name: "backlog" | "backlog.sh";
  program: string;
  words: string[];
}

/** The binary's, run in the tests' own process. */
export interface Inside {
  name: "backlog";
  program?: undefined;
}

export const binary: Program = {
  name: "backlog",
  program: Deno.execPath(),
  words: ["run", "--quiet", "--no-prompt", ...programWords("compile")],
};
export const script: Program = {
  name: "backlog.sh",
  program: "bash",
  words: [path("static/backlog.sh")],
};
export const scriptPath = path("static/backlog.sh");

/** Whether the programs that `backlog.sh` needs are on this machine. */
export const hasScriptTools = ["bash", "curl", "jq"].every(isInstalled);

/** Both, or on a bare machine the binary alone. */
export const lines: readonly Program[] = hasScriptTools ? [binary, script] : [binary];

export const inside: Inside = { name: "backlog" };

/** The same, for what a start of the binary would show no better: many words, and what becomes of each. */
export const linesWithoutStart: readonly Line[] = hasScriptTools ? [inside, script] : [inside];

export function isInstalled(program: string): boolean {
  return (Deno.env.get("PATH") ?? "").split(":").some((folder) => {
    try {
      return Deno.statSync(`${folder}/${program}`).isFile;
    } catch {
      return false;
    }
  });
}

/** How long a command can take on a crowded machine. */
const LIMIT_MS = 120_000;

/**
 * Runs a command line with nothing of this machine's own settings.
 * @param home the folder that its profiles are under
 */
export async function runLine(
  line: Line,
  home: string,
  args: string[],
  { env = {}, stdin = "", cwd }: RunOptions = {},
): Promise<Outcome> {
  const inherited = ["PATH", "DENO_DIR", "HOME", "TMPDIR"].flatMap((name) => {
    const value = Deno.env.get(name);
    return value ? [[name, value]] : [];
  });
  const whole = { ...Object.fromEntries(inherited), XDG_CONFIG_HOME: home, ...env };
  if (line.program === undefined) {
    if (typeof stdin !== "string") throw new Error("Only a process is typed to meanwhile.");
    return await runInside(args, { env: whole, stdin });
  }
  const ending = new AbortController();
  const child = new Deno.Command(line.program, {
    args: [...line.words, ...args],
    clearEnv: true,
    env: whole,
    ...(cwd === undefined ? {} : { cwd }),
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
    signal: ending.signal,
  }).spawn();
  const ended = Promise.all([child.output(), type(child.stdin, stdin)]);
  const event = `The end of "${[line.name, ...args].join(" ")}"`;
  // Ends the process if it hangs, so that it doesn't outlive the test
  const [{ code, stdout, stderr }] = await within(event, ended, LIMIT_MS)
    .finally(() => ending.abort());
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/** A command that doesn't read its input may be gone before it is written. */
async function type(stdin: WritableStream<Uint8Array>, text: string | AsyncIterable<string>) {
  const writer = stdin.getWriter();
  try {
    for await (const part of typeof text === "string" ? [text] : text) {
      await writer.write(new TextEncoder().encode(part));
    }
    await writer.close();
  } catch (error) {
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}
