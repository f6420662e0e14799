import { join } from "node:path";

/** A temporary folder that is deleted when its scope ends: `await using folder = await temporaryFolder()`. */
export interface TemporaryFolder extends AsyncDisposable {
  path: string;
  /** Returns a path inside the folder. */
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

/** Retries, because an abandoned connection is closed only by garbage collection and can create a file until then. */
async function remove(path: string): Promise<void> {
  for (let left = REMOVALS;; left--) {
    try {
      return await Deno.remove(path, { recursive: true });
    } catch (error) {
      if (left === 1 || !(error as Error).message.startsWith("Directory not empty")) throw error;
    }
  }
}
