import { DatabaseError } from "../../../server/database/engine.ts";
import { type Database, openFileAlone } from "../../../server/database/open.ts";
import { Failure } from "../../failure.ts";
import { contentsOf } from "./contents.ts";
import { putInPlace, removeIfThere, sizeOf, sync } from "./durable.ts";

/** Suffixes of the files that SQLite keeps beside a database. https://sqlite.org/tempfiles.html */
export const companions = ["-wal", "-shm", "-journal"];

/** The file to replace, which no other process has open. */
export interface Target {
  /** Whether it is anything but an empty Backlog database. */
  holdsData: boolean;
  /**
   * Replaces the file, after keeping it under another name if one is given.
   * @param kept called between the two steps
   */
  replace(whole: string, keepAs: string | undefined, kept: () => void): Promise<void>;
  /** Releases the file unchanged. */
  release(): Promise<void>;
}

/**
 * Opens a file that no server has open. A connection with a write-ahead log holds a shared lock while it is open, and
 * leaving that mode needs an exclusive lock. A running server, idle or not, therefore makes this fail.
 * https://sqlite.org/walformat.html, "Locks"
 * @throws Failure if another process has it open; DatabaseError if it can't be opened for another reason
 */
export function openUnshared(path: string): Database {
  try {
    return openFileAlone(path);
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new Failure(`${path} is in use. Stop the server first.`);
  }
}

/**
 * Locks the file to replace.
 * @throws Failure if another process has it open
 */
export async function claim(path: string): Promise<Target> {
  if (sizeOf(path) === 0) return unclaimed(path, false);
  if (!beginsAsDatabase(path)) return unclaimed(path, true);
  let database: Database;
  try {
    database = openUnshared(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    // It is damaged, not a database, or another tool's, which might be the reason for the restore
    return unclaimed(path, true);
  }
  const contents = await contentsOf(database).catch(() => undefined);
  return {
    holdsData: !contents || contents.workspaces + contents.people > 0,
    // Its log is merged and gone, so SQLite can't apply it to the new file. During the swap, a write transaction keeps
    // a starting server from opening the file
    replace: (whole, keepAs, kept) =>
      database.write(() => Promise.resolve(swap(path, whole, keepAs, kept))),
    release: () => database.close(),
  };
}

/**
 * Returns whether a file starts like a SQLite database. Opening and closing another file would lose the log beside it.
 * This runs while no connection has the file open, because closing the file drops all locks of this process.
 * https://sqlite.org/fileformat.html, 1.3; https://sqlite.org/howtocorrupt.html, 2.2
 */
function beginsAsDatabase(path: string): boolean {
  const start = new Uint8Array(16);
  using file = Deno.openSync(path);
  file.readSync(start);
  return new TextDecoder().decode(start) === "SQLite format 3\0";
}

function unclaimed(path: string, holdsData: boolean): Target {
  return {
    holdsData,
    replace(whole, keepAs, kept) {
      if (keepAs) keepCompanions(path, keepAs);
      swap(path, whole, keepAs, () => {
        for (const ending of companions) removeIfThere(path + ending);
        kept();
      });
      return Promise.resolve();
    },
    release: () => Promise.resolve(),
  };
}

/** Gives the old file a second name before the replacement, so that the path always has a complete file. */
function swap(path: string, whole: string, keepAs: string | undefined, kept: () => void) {
  if (keepAs) keep(path, keepAs);
  kept();
  putInPlace(whole, path);
}

function keep(path: string, keepAs: string) {
  try {
    Deno.linkSync(path, keepAs);
  } catch (error) {
    if (error instanceof Deno.errors.AlreadyExists) {
      throw new Failure(`${keepAs} already exists. Wait a second, and run the command again.`);
    }
    // Some file systems don't support hard links
    Deno.copyFileSync(path, keepAs);
    sync(keepAs);
  }
}

function keepCompanions(path: string, keepAs: string) {
  for (const ending of companions) {
    if (sizeOf(path + ending) > 0) keep(path + ending, keepAs + ending);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof DatabaseError &&
    /^SQLITE_BUSY/.test(String((error.cause as { code?: unknown } | undefined)?.code));
}
