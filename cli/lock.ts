import { Failure } from "./failure.ts";

/** A lock older than this, in milliseconds, was left by a process that died. */
const staleAfter = 60_000;
const patience = 70_000;
const pause = 100;

/**
 * Runs `work` while no other process, including `backlog.sh`, holds the same lock.
 * @param folder the lock: creating a folder is atomic, and removing it releases the lock
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await take(folder);
  try {
    return await work();
  } finally {
    release(folder);
  }
}

async function take(folder: string) {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    try {
      return Deno.mkdirSync(folder, { mode: 0o700 });
    } catch (error) {
      if (!(error instanceof Deno.errors.AlreadyExists)) {
        throw new Failure(`${folder} can't be created. Check the permissions of its folder.`);
      }
    }
    if (isStale(folder)) release(folder);
    else await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Failure(`Another command is renewing this session. Wait, or remove ${folder}.`);
}

/** Returns whether the lock is too old, or too far in the future because the clock was set back. */
function isStale(folder: string): boolean {
  try {
    const made = Deno.statSync(folder).mtime?.getTime() ?? 0;
    return Math.abs(Date.now() - made) > staleAfter;
  } catch {
    return false;
  }
}

function release(folder: string) {
  try {
    Deno.removeSync(folder);
  } catch {
    // Another process removed it; the next attempt to create it shows that
  }
}
