import { basename, dirname } from "node:path";
import { Failure } from "../../failure.ts";

/**
 * Makes an empty file beside `path`, for what shall take its place once it is whole. Only its owner may read it.
 * @param ending what tells unfinished files of one kind: ".partial"
 * @throws Failure where the folder isn't there or can't be written
 */
export function makeBeside(path: string, ending: string): string {
  const dir = dirname(path);
  try {
    return Deno.makeTempFileSync({ dir, prefix: `.${basename(path)}.`, suffix: ending });
  } catch {
    throw new Failure(`Nothing can be written into ${dir}; make that folder, or choose another.`);
  }
}

/**
 * Puts a whole file in the place of another, or where there is none: at any moment the path names one of the two, also
 * after a power cut.
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

/** Waits until the folder of a file knows on the disk what is in it. Windows has no such thing, and needs none. */
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

/** How many bytes a file has; 0 where there is none. */
export function sizeOf(path: string): number {
  try {
    return Deno.statSync(path).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    throw error;
  }
}

/** Whether two paths name one file. */
export function isSameFile(one: string, other: string): boolean {
  try {
    return Deno.realPathSync(one) === Deno.realPathSync(other);
  } catch {
    return false;
  }
}
