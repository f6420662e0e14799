import { readSecret } from "../core/known_secrets.ts";
import type { ReadContext } from "../core/operation.ts";

/** The key under which it is sealed how far somebody has heard. */
export function readPointsKey(context: ReadContext): Promise<string> {
  return readSecret(context, "points");
}
