import { Failure } from "./failure.ts";

/** A holder that died left the lock behind: nobody renews a session for longer than this. */
const staleAfter = 60_000;
const patience = 70_000;
const pause = 100;

/**
 * Runs `work` while no other process, of this program or of `backlog.sh`, holds the same lock.
 * @param folder made to take the lock and removed to give it back: making a folder either succeeds or finds it there
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
        throw new Failure(`${folder} can't be made; check the permissions of its folder.`);
      }
    }
    if (isStale(folder)) release(folder);
    else await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new Failure(`Another command is renewing this session; wait, or remove ${folder}.`);
}

/** Whether it was made too long ago; where the clock was set back since, it will be too long from now. */
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
    // Somebody else removed it; the next attempt to make it tells.
  }
}
