import { join } from "node:path";

/** A temporary folder that goes when its scope ends: `await using folder = await temporaryFolder()`. */
export interface TemporaryFolder extends AsyncDisposable {
  path: string;
  /** A path inside it. */
  file(name: string): string;
}

export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await Deno.makeTempDir({ prefix: "backlog-test-" });
  return {
    path,
    file: (name) => join(path, name),
    [Symbol.asyncDispose]: () => remove(path),
  };
}

const REMOVALS = 5;

/** A connection that was given up is closed when nobody holds it any more, and may leave a file meanwhile. */
async function remove(path: string): Promise<void> {
  for (let left = REMOVALS;; left--) {
    try {
      return await Deno.remove(path, { recursive: true });
    } catch (error) {
      if (left === 1 || !(error as Error).message.startsWith("Directory not empty")) throw error;
    }
  }
}
