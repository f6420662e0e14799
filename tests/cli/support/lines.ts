import { within } from "../../support/limits.ts";
import { programWords } from "../../support/server.ts";
import { runInside } from "./inside.ts";

const root = new URL("../../../", import.meta.url);
const path = (relative: string) => decodeURIComponent(new URL(relative, root).pathname);

/** The result of a run. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  env?: Record<string, string>;
  /** The standard input. It has several parts if one depends on earlier output. */
  stdin?: string | AsyncIterable<string>;
  /** The working folder of a started program. */
  cwd?: string;
}

/** One of the two command lines. */
export type Line = Program | Inside;

/** A command line in its own process, as people start it. */
export interface Program {
  name: "backlog" | "backlog.sh";
  program: string;
  words: string[];
}

/** The binary's command line, run in the test's process. */
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

/** Whether this machine has the programs that `backlog.sh` needs. */
export const hasScriptTools = ["bash", "curl", "jq"].every(isInstalled);

/** Both command lines, or only the binary on a machine without these programs. */
export const lines: readonly Program[] = hasScriptTools ? [binary, script] : [binary];

export const inside: Inside = { name: "backlog" };

/** The same without starting the binary, for tests of many commands and their results. */
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

/** The time limit of a command on a busy machine. */
const LIMIT_MS = 120_000;

/**
 * Runs a command line without this machine's own settings.
 * @param home the folder that contains the profiles
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

/** A command that doesn't read its input can end before the input is written. */
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
