import { dirname } from "node:path";
import Native from "libsql";
import { collectGarbage } from "./collect_garbage.ts";
import { DatabaseError, type Engine, isBusy, type Transaction } from "./engine.ts";
import { LocalConnection } from "./local_connection.ts";
import { ForeignDatabaseError, isForeignSchema, type TableRow, tablesSql } from "./foreign.ts";
import { hasFreeSpace } from "./free_space.ts";
import { forOperator, isOfDisk } from "./failure_reason.ts";

/**
 * The time that a read waits while another process opens or closes the database, in milliseconds. The whole server waits
 * too. Writes therefore don't wait, and are retried instead.
 */
const READER_WAITS_MS = 250;
/**
 * The part of the file that the reader maps into memory, in bytes, which saves copies of pages. It counts as the process's
 * memory. The writer maps nothing, because it reads few pages and keeps them.
 */
const MAPPED_BYTES = 64 * 1024 * 1024;
/** The minimum time between reconnections, in milliseconds, because each stops the server for a moment. */
const REOPEN_EVERY_MS = 5_000;
/** The time between checks whether a reconnection would help, in milliseconds. */
const LOOK_EVERY_MS = 1_000;
/** Errors after which a connection might depend on a past state of the disk. */
const REOPEN_AFTER = /^SQLITE_(READONLY|CANTOPEN|IOERR)/;

/**
 * Opens a `file:` URL or `:memory:` with synchronous libSQL, which `@libsql/client` wraps too, and caches prepared
 * statements. A file has two connections, so that reads never see uncommitted writes. `:memory:` has one, because each
 * connection would be a separate database.
 * @throws DatabaseError if the file or its folder can't be written, or the file isn't a database
 */
export function openLocal(url: string): Engine {
  const path = fileOf(url);
  if (path === undefined) {
    return engineOver(connect(url, () => connectNative(":memory:", pragmas("memory"))), undefined);
  }
  makePlace(path);
  const open = (waits: number, mapped: number) => () =>
    connectNative(path, [
      ...pragmas("wal"),
      `pragma busy_timeout = ${waits}`,
      `pragma mmap_size = ${mapped}`,
    ]);
  return engineOver(
    connect(path, open(0, 0)),
    path,
    connect(path, open(READER_WAITS_MS, MAPPED_BYTES)),
  );
}

/**
 * Opens a file exclusively, with one connection and no write-ahead log. Leaving WAL mode merges the log, and requires that
 * no other process has the file open. https://sqlite.org/wal.html, "Activating And Configuring WAL Mode"
 * @throws DatabaseError if it can't be opened; the cause has the code `SQLITE_BUSY` if another process has it open
 */
export function openAlone(path: string): Engine {
  makePlace(path);
  return engineOver(connect(path, () => connectNative(path, pragmas("delete"))), path);
}

/** Returns the path of a `file:` URL, or undefined for other URLs. */
export function fileOf(url: string): string | undefined {
  if (!url.startsWith("file:") || url === "file::memory:") return undefined;
  return url.slice("file:".length).replace(/^\/\/(?=\/)/, "");
}

/**
 * @param path the database's file, if it has one
 * @param reader the writer itself, if no other process uses the database
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
  // Close both before reopening, because connections of a process share the log's index
  const reopen = async () => {
    stale = false;
    dueAt = performance.now() + REOPEN_EVERY_MS;
    writer.release();
    reader.release();
    await collectGarbage();
  };
  const hasFreeSpaceHere = () => path === undefined ? Promise.resolve(true) : hasFreeSpace(path);
  /** Reconnects only if the disk has room, because it would stop the server in vain otherwise. */
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
    // Writes the first page unchanged. https://sqlite.org/pragma.html#pragma_user_version
    trial: "pragma user_version = 0",
    hasFreeSpace: hasFreeSpaceHere,
    commits: () => commits,
    // `data_version` changes only with commits of other connections
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
 * Merges the write-ahead log into the file, so that a copy of the file is complete. SQLite does this when the last
 * connection closes, but that waits for the garbage collection of statements. With other readers or a full disk, the log
 * stays, which is safe too. https://sqlite.org/pragma.html#pragma_wal_checkpoint
 */
function mergeLog(writer: LocalConnection): void {
  try {
    writer.run("pragma wal_checkpoint(truncate)");
  } catch { /* the log stays */ }
}

/**
 * Creates a new database's folder and file with access only for the owner. Existing ones stay unchanged. SQLite gives its
 * other files the permissions of the database.
 * @throws DatabaseError if the folder can't be created
 */
function makePlace(path: string): void {
  makeFolderFor(path);
  try {
    Deno.openSync(path, { write: true, createNew: true, mode: 0o600 }).close();
  } catch { /* the file exists, or opening it reports the error */ }
}

/**
 * Creates the folder of a database's file with access only for the owner, if it is missing.
 * @throws DatabaseError if the folder can't be created
 */
export function makeFolderFor(path: string): void {
  const folder = dirname(path);
  try {
    Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new DatabaseError(
      `The folder ${folder} can't be created. Set BACKLOG_DATABASE_URL to a writable path.`,
      { cause },
    );
  }
}

/** Refuses another tool's database while it is unchanged: a journal mode would be stored in the file. */
function requireOwn(native: Native.Database) {
  if (isForeignSchema(native.prepare(tablesSql).all() as TableRow[])) {
    throw new ForeignDatabaseError();
  }
}

function connectNative(path: string, pragmas: readonly string[]): Native.Database {
  const native = new Native(path);
  try {
    // The first one is the timeout, which the check needs while another process writes
    const [waits, ...others] = pragmas;
    if (waits) native.exec(waits);
    requireOwn(native);
    for (const pragma of others) native.exec(pragma);
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
    if (cause instanceof DatabaseError) throw cause;
    if (isBusy(cause) || isOfDisk(cause)) throw forOperator(cause);
    throw new DatabaseError(
      `The database ${path} can't be opened for writing (${(cause as Error).message}). ` +
        (isDamaged(cause)
          ? "Restore a backup, or set BACKLOG_DATABASE_URL to another file."
          : "Check the file's permissions, or set BACKLOG_DATABASE_URL to another file."),
      { cause },
    );
  }
}

/** Returns whether a file's content is damaged, or not a database. https://sqlite.org/rescode.html */
function isDamaged(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(String((error as { code?: unknown } | null)?.code));
}

/** Returns the PRAGMAs that each connection sets when it opens. */
function pragmas(journal: "wal" | "delete" | "memory"): string[] {
  return [
    // An exclusive open should fail quickly
    `pragma busy_timeout = ${journal === "delete" ? 500 : 5000}`,
    `pragma journal_mode = ${journal}`,
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    "pragma temp_store = memory",
    "pragma cache_size = -16000",
  ];
}
