import { DatabaseError } from "../../../server/database/engine.ts";
import { type Database, openFileAlone } from "../../../server/database/open.ts";
import { Failure } from "../../failure.ts";
import { contentsOf } from "./contents.ts";
import { putInPlace, removeIfThere, sizeOf, sync } from "./durable.ts";

/** The files that SQLite keeps beside a database. https://sqlite.org/tempfiles.html */
export const companions = ["-wal", "-shm", "-journal"];

/** The file that is to be replaced: nobody else has it open. */
export interface Target {
  /** Whether something in it would be missed: anything but an empty Backlog database. */
  holdsData: boolean;
  /**
   * Replaces the file, after keeping it under another name if one is given.
   * @param kept is called between the two
   */
  replace(whole: string, keepAs: string | undefined, kept: () => void): Promise<void>;
  /** Lets go of it as it is. */
  release(): Promise<void>;
}

/**
 * Opens a file that no server has open. A connection that uses a write-ahead log keeps a shared lock on the file for as
 * long as it is open, and leaving that mode takes an exclusive one: a server that runs, idle or not, makes it fail.
 * https://sqlite.org/walformat.html, "Locks"
 * @throws Failure when a server, or anybody else, has it open; DatabaseError when it can't be opened for another reason
 */
export function openUnshared(path: string): Database {
  try {
    return openFileAlone(path);
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new Failure(`${path} is in use; stop the server that has it open.`);
  }
}

/**
 * Takes hold of the file that is to be replaced.
 * @throws Failure when a server, or anybody else, has it open
 */
export async function claim(path: string): Promise<Target> {
  if (sizeOf(path) === 0) return unclaimed(path, false);
  if (!beginsAsDatabase(path)) return unclaimed(path, true);
  let database: Database;
  try {
    database = openUnshared(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    // It can't be read: damaged, or no database at all. Whoever restores may be here because of that
    return unclaimed(path, true);
  }
  const contents = await contentsOf(database).catch(() => undefined);
  return {
    holdsData: !contents || contents.workspaces + contents.people > 0,
    // Its log was merged and is gone: none is left to be taken for the new file's. Until the swap is done, a write
    // transaction keeps a server that starts now from opening it
    replace: (whole, keepAs, kept) =>
      database.write(() => Promise.resolve(swap(path, whole, keepAs, kept))),
    release: () => database.close(),
  };
}

/**
 * Whether a file begins as SQLite's do: one that doesn't would lose the log beside it by being opened and closed. Looked
 * at while nothing here has it open, as closing it gives up every lock that this process has on it.
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

/** The old file gets a second name before it loses the first, so that the path is never without a whole file. */
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
      throw new Failure(`${keepAs} is there already; run it again in a second.`);
    }
    // Not every file system knows second names
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
