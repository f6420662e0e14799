import { readSecret } from "../core/known_secrets.ts";
import type { ReadContext } from "../core/operation.ts";

/** Returns the key that encrypts points. */
export function readPointsKey(context: ReadContext): Promise<string> {
  return readSecret(context, "points");
}
