import process from "node:process";
import { run } from "../../../cli/cli.ts";
import type { Outcome } from "./lines.ts";
import { environment, replaced } from "./replaced.ts";

/** What a run finds where a process would have its own. */
interface Surroundings {
  /** All of its environment. */
  env: Record<string, string>;
  /** What is typed. */
  stdin: string;
}

/**
 * Runs the binary's command line in this process, which takes a fiftieth of a start: for what doesn't depend on how a
 * process starts, ends or is told to. One runs at a time, and no one of them has a terminal.
 * @param args what was typed after `backlog`
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
/** Is over once nothing runs. */
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

/** Everything that is written to one place. */
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

/** What was typed, to be read once, in one go or piece by piece. */
function inputOf(typed: string): Pick<typeof Deno.stdin, "readable" | "readSync"> {
  let left = new TextEncoder().encode(typed);
  const readSync = (into: Uint8Array): number | null => {
    if (left.length === 0) return null;
    const some = left.subarray(0, into.length);
    into.set(some);
    left = left.subarray(some.length);
    return some.length;
  };
  // Nothing is taken before somebody reads
  const readable = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (left.length > 0) controller.enqueue(left);
      left = left.subarray(left.length);
      controller.close();
    },
  }, { highWaterMark: 0 });
  return { readable, readSync };
}
