import { basename, dirname } from "node:path";
import { Failure } from "../../failure.ts";

/**
 * Creates an empty file beside `path`, whose complete content will replace it. Only the owner can read it.
 * @param ending the suffix of unfinished files of one kind: ".partial"
 * @throws Failure if the folder is missing or not writable
 */
export function makeBeside(path: string, ending: string): string {
  const dir = dirname(path);
  try {
    return Deno.makeTempFileSync({ dir, prefix: `.${basename(path)}.`, suffix: ending });
  } catch {
    throw new Failure(
      `Can't write to the folder ${dir}. Create the folder, check its permissions, or choose another folder.`,
    );
  }
}

/**
 * Replaces a file by a complete one. At any moment, even after a power failure, the path is one of the two.
 */
export function putInPlace(whole: string, path: string) {
  sync(whole);
  Deno.renameSync(whole, path);
  syncFolder(path);
}

/** Waits until a file's content is on the disk. */
export function sync(path: string) {
  const file = Deno.openSync(path, { read: true, write: true });
  file.syncSync();
  file.close();
}

/** Waits until a file's folder is on the disk. Windows has no such call and doesn't need one. */
function syncFolder(path: string) {
  if (Deno.build.os === "windows") return;
  const folder = Deno.openSync(dirname(path));
  folder.syncSync();
  folder.close();
}

export function removeIfThere(path: string) {
  try {
    Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** Returns a file's size in bytes, or 0 if it is missing. */
export function sizeOf(path: string): number {
  return statOf(path)?.size ?? 0;
}

/** Returns whether there is a file or folder. */
export function isThere(path: string): boolean {
  return statOf(path) !== undefined;
}

function statOf(path: string): Deno.FileInfo | undefined {
  try {
    return Deno.statSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Returns whether two paths are the same file. */
export function isSameFile(one: string, other: string): boolean {
  try {
    return Deno.realPathSync(one) === Deno.realPathSync(other);
  } catch {
    return false;
  }
}
