import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** What the first collection lets go of holds something too, which the second finds. */
const ROUNDS = 2;

/**
 * Lets go of everything that nobody holds any more, now. A statement of libSQL's ends with its object and can't be
 * closed, and a closed connection keeps its files for as long as it has one.
 */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let round = 0; round < ROUNDS; round++) {
    collect();
    // Finalizers run in a later turn.
    await setImmediate();
  }
}
