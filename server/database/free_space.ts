import { basename, dirname } from "node:path";

/** The free space needed before writes are tried again, in bytes: more than nearly every write. */
const FREE_BYTES = 2 * 1024 * 1024;

/**
 * Returns whether the disk has room for an ordinary write. A trial write to the database doesn't show this, because it can
 * fit into the write-ahead log. The database's file can't be opened for this either, because closing it would drop
 * SQLite's locks. https://sqlite.org/howtocorrupt.html
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

/** Writes bytes to the disk at an offset, because the length of files can be limited too. */
async function fill(path: string, from: number, bytes: number): Promise<void> {
  using file = await Deno.open(path, { write: true });
  await file.seek(from, Deno.SeekMode.Start);
  const content = new Uint8Array(bytes).fill(1);
  for (let at = 0; at < bytes;) at += await file.write(content.subarray(at));
  await file.syncData();
}
