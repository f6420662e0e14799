import { basename, dirname } from "node:path";

/** How much a disk must take before writes are tried again, in bytes: more than nearly every write. */
const FREE_BYTES = 2 * 1024 * 1024;

/**
 * Whether a file of SQLite's beside a database could grow by an ordinary write. A trial on the database itself can't
 * tell: it may find room within the write-ahead log, where the next write doesn't. Nor may the database's own file be
 * opened for this: closing it again would lose SQLite's locks on it. https://sqlite.org/howtocorrupt.html
 * @param path the database's file
 */
export async function hasFreeSpace(path: string): Promise<boolean> {
  let trial: string | undefined;
  try {
    const log = await Deno.stat(`${path}-wal`).then(({ size }) => size, () => 0);
    const prefix = `.${basename(path)}.`;
    trial = await Deno.makeTempFile({ dir: dirname(path), prefix, suffix: ".room" });
    await fill(trial, log, FREE_BYTES);
    return true;
  } catch {
    return false;
  } finally {
    if (trial !== undefined) await Deno.remove(trial).catch(() => {});
  }
}

/** Writes so many bytes onto the disk, from a place in the file on, since a file's length may be limited too. */
async function fill(path: string, from: number, bytes: number): Promise<void> {
  using file = await Deno.open(path, { write: true });
  await file.seek(from, Deno.SeekMode.Start);
  const content = new Uint8Array(bytes).fill(1);
  for (let at = 0; at < bytes;) at += await file.write(content.subarray(at));
  await file.syncData();
}
