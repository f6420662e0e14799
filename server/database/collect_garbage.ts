import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The second round frees objects that the first round's objects referred to. */
const ROUNDS = 2;

/**
 * Runs a garbage collection. A libSQL statement ends only when its object is collected, and a closed connection keeps
 * its files open while it has statements.
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
