import process from "node:process";
import { run } from "../../../cli/cli.ts";
import type { Outcome } from "./lines.ts";
import { environment, replaced } from "./replaced.ts";

/** Replacements for what a process gets from its environment. */
interface Surroundings {
  /** The whole environment. */
  env: Record<string, string>;
  /** The standard input. */
  stdin: string;
}

/**
 * Runs the binary's command line in this process, which takes a fiftieth of the time of a new process. For tests that
 * don't depend on how a process starts, ends, or handles signals. Runs are sequential, and without a terminal.
 * @param args the arguments after `backlog`
 */
export async function runInside(args: string[], surroundings: Surroundings): Promise<Outcome> {
  const before = last;
  const mine = Promise.withResolvers<void>();
  last = mine.promise;
  await before;
  try {
    return await runAlone(args, surroundings);
  } finally {
    mine.resolve();
  }
}
/** Resolves when nothing is running. */
let last = Promise.resolve();

async function runAlone(args: string[], { env, stdin }: Surroundings): Promise<Outcome> {
  const written = { stdout: new Gathered(), stderr: new Gathered() };
  using stubs = new DisposableStack();
  const put = <T extends object>(target: T, own: Partial<T>) => stubs.use(replaced(target, own));
  put(Deno.stdout, { writeSync: written.stdout.add, isTerminal: () => false });
  put(Deno.stderr, { writeSync: written.stderr.add, isTerminal: () => false });
  put(Deno.stdin, { ...inputOf(stdin), isTerminal: () => false });
  stubs.use(environment(env));
  put(process.stdout, { isTTY: false });
  const code = await run(args);
  return { code, stdout: written.stdout.text(), stderr: written.stderr.text() };
}

/** Collects everything written to one stream. */
class Gathered {
  #decoder = new TextDecoder();
  #text = "";

  add = (bytes: Uint8Array): number => {
    this.#text += this.#decoder.decode(bytes, { stream: true });
    return bytes.length;
  };

  text(): string {
    return this.#text + this.#decoder.decode();
  }
}

/** Returns standard input that can be read once, whole or in pieces. */
function inputOf(typed: string): Pick<typeof Deno.stdin, "readable" | "readSync"> {
  let left = new TextEncoder().encode(typed);
  const readSync = (into: Uint8Array): number | null => {
    if (left.length === 0) return null;
    const some = left.subarray(0, into.length);
    into.set(some);
    left = left.subarray(some.length);
    return some.length;
  };
  // Nothing is taken before a read
  const readable = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (left.length > 0) controller.enqueue(left);
      left = left.subarray(left.length);
      controller.close();
    },
  }, { highWaterMark: 0 });
  return { readable, readSync };
}
