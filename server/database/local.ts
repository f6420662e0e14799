import { dirname } from "node:path";
import Native from "libsql";
import { collectGarbage } from "./collect_garbage.ts";
import { DatabaseError, type Engine, isBusy, type Transaction } from "./engine.ts";
import { LocalConnection } from "./local_connection.ts";
import { hasFreeSpace } from "./free_space.ts";
import { forOperator, isOfDisk } from "./failure_reason.ts";

/**
 * How long a read waits where even reads have to, in milliseconds: while another process opens or closes the database.
 * The whole server waits with it, so a write never does: it is tried again instead.
 */
const READER_WAITS_MS = 250;
/** How often connections are made anew at most, in milliseconds: that stops the server for a moment. */
const REOPEN_EVERY_MS = 5_000;
/** How often it is looked whether there is a use in that, in milliseconds. */
const LOOK_EVERY_MS = 1_000;
/** After these a connection may be bound to what the disk was like when it was opened. */
const REOPEN_AFTER = /^SQLITE_(READONLY|CANTOPEN|IOERR)/;

/**
 * The engine for a `file:` URL or `:memory:`: the synchronous libSQL that `@libsql/client` itself wraps, with
 * prepared statements kept. A file has two connections, so that a read never sees a write that isn't
 * committed; `:memory:` has one, because each connection would be a database of its own.
 * @throws DatabaseError when the file or its folder can't be written, or isn't a database
 */
export function openLocal(url: string): Engine {
  const path = fileOf(url);
  if (path === undefined) {
    return engineOver(connect(url, () => connectNative(":memory:", pragmas("memory"))), undefined);
  }
  makePlace(path);
  const open = (waits: number) => () =>
    connectNative(path, [...pragmas("wal"), `pragma busy_timeout = ${waits}`]);
  return engineOver(connect(path, open(0)), path, connect(path, open(READER_WAITS_MS)));
}

/**
 * The engine for a file that nobody else may have open: one connection, and no write-ahead log beside the file, so
 * that the file alone is the database. Leaving WAL mode takes that nobody else has it open, and merges what the log
 * still held. https://sqlite.org/wal.html, "Activating And Configuring WAL Mode"
 * @throws DatabaseError when it can't be opened; its cause has the code `SQLITE_BUSY` where somebody else has it
 */
export function openAlone(path: string): Engine {
  makePlace(path);
  return engineOver(connect(path, () => connectNative(path, pragmas("delete"))), path);
}

/** The path of a `file:` URL's file; undefined where the URL names none. */
export function fileOf(url: string): string | undefined {
  if (!url.startsWith("file:") || url === "file::memory:") return undefined;
  return url.slice("file:".length).replace(/^\/\/(?=\/)/, "");
}

/**
 * @param path the database's file; undefined where it has none
 * @param reader the writer itself, where others have no business with the database
 */
function engineOver(writer: LocalConnection, path: string | undefined, reader = writer): Engine {
  let commits = 0;
  let stale = false;
  let dueAt = -Infinity;
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (reader !== writer && REOPEN_AFTER.test(String((error as { code?: unknown }).code))) {
        stale = true;
      }
      throw error;
    }
  };
  // Both, before either is opened anew: connections of one process share what they found of the log's index.
  const reopen = async () => {
    stale = false;
    dueAt = performance.now() + REOPEN_EVERY_MS;
    writer.release();
    reader.release();
    await collectGarbage();
  };
  const hasFreeSpaceHere = () => path === undefined ? Promise.resolve(true) : hasFreeSpace(path);
  /** Not while the disk refuses anything new: that would stop the server in vain. */
  const renewed = async () => {
    if (await hasFreeSpaceHere()) await reopen();
    else dueAt = performance.now() + LOOK_EVERY_MS;
    return begun();
  };
  const begun = () => {
    attempt(() => writer.run("begin immediate"));
    return transaction;
  };
  const transaction: Transaction = {
    execute: (query) => attempt(() => writer.execute(query)),
    commit() {
      attempt(() => writer.run("commit"));
      commits++;
    },
    rollback: () => writer.run("rollback"),
  };
  return {
    reader,
    group: 64,
    begin() {
      return stale && performance.now() >= dueAt ? renewed() : begun();
    },
    // Writes the first page as it is. https://sqlite.org/pragma.html#pragma_user_version
    trial: "pragma user_version = 0",
    hasFreeSpace: hasFreeSpaceHere,
    // `data_version` tells of other connections' commits, of which a database with one connection has none.
    stamp: () => reader === writer ? commits : reader.dataVersion(),
    close() {
      if (reader !== writer) {
        reader.close();
        mergeLog(writer);
      }
      writer.close();
    },
  };
}

/**
 * Writes what the log beside the file holds into the file, so that whoever copies that alone has it all: SQLite does so
 * when the last connection closes, which here is when its statements are collected, and so never. Where somebody else
 * reads, or the disk takes nothing, the log stays, which is as safe. https://sqlite.org/pragma.html#pragma_wal_checkpoint
 */
function mergeLog(writer: LocalConnection): void {
  try {
    writer.run("pragma wal_checkpoint(truncate)");
  } catch { /* it stays */ }
}

/**
 * Makes a new database's folder and file for nobody but their owner, as what is in it is for nobody else; what is there
 * already stays as it is. SQLite gives the files that it keeps beside a database the permissions of that.
 * @throws DatabaseError when the folder can't be made
 */
function makePlace(path: string): void {
  makeFolderFor(path);
  try {
    Deno.openSync(path, { write: true, createNew: true, mode: 0o600 }).close();
  } catch { /* it is there already, or opening it says why it can't be made */ }
}

/**
 * Makes the folder that a database's file shall be in, for its owner alone, where there is none.
 * @throws DatabaseError when it can't be made
 */
export function makeFolderFor(path: string): void {
  const folder = dirname(path);
  try {
    Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new DatabaseError(
      `The folder ${folder} can't be made; give BACKLOG_DATABASE_URL a place that can be written.`,
      { cause },
    );
  }
}

function connectNative(path: string, pragmas: readonly string[]): Native.Database {
  const native = new Native(path);
  try {
    for (const pragma of pragmas) native.exec(pragma);
    return native;
  } catch (error) {
    native.close();
    throw error;
  }
}

function connect(path: string, open: () => Native.Database): LocalConnection {
  try {
    return new LocalConnection(open);
  } catch (cause) {
    if (isBusy(cause) || isOfDisk(cause)) throw forOperator(cause);
    throw new DatabaseError(
      `The database ${path} can't be opened for writing (${(cause as Error).message}); ` +
        "check its permissions, or give BACKLOG_DATABASE_URL another file.",
      { cause },
    );
  }
}

/** PRAGMAs belong to a connection, so each one sets them on opening. */
function pragmas(journal: "wal" | "delete" | "memory"): string[] {
  return [
    // Whoever wants a file alone is told at once that it isn't.
    `pragma busy_timeout = ${journal === "delete" ? 500 : 5000}`,
    `pragma journal_mode = ${journal}`,
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    "pragma temp_store = memory",
    "pragma cache_size = -32000",
    "pragma mmap_size = 268435456",
  ];
}
