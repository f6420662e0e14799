import { dirname } from "node:path";
import Native from "libsql";
import { collectGarbage } from "./collect.ts";
import {
  bind,
  DatabaseError,
  type Engine,
  type Result,
  type Statement,
  type Transaction,
} from "./engine.ts";

/** How many prepared statements a connection keeps; the oldest goes first. */
const KEPT_STATEMENTS = 400;
/**
 * How long a read waits where even reads have to, in milliseconds: while another process opens or closes the database.
 * The whole server waits with it, so a write never does: it is tried again instead.
 */
const READER_WAITS_MS = 250;
/** How often connections are made anew at most, in milliseconds: that stops the server for a moment. */
const REOPEN_EVERY_MS = 5_000;
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
    return engineOver(connect(":memory:", () => connectNative(":memory:", pragmas("memory"))));
  }
  makePlace(path);
  const open = (waits: number) => () =>
    connectNative(path, [...pragmas("wal"), `pragma busy_timeout = ${waits}`]);
  return engineOver(connect(path, open(0)), connect(path, open(READER_WAITS_MS)));
}

/**
 * The engine for a file that nobody else may have open: one connection, and no write-ahead log beside the file, so
 * that the file alone is the database. Leaving WAL mode takes that nobody else has it open, and merges what the log
 * still held. https://sqlite.org/wal.html, "Activating And Configuring WAL Mode"
 * @throws DatabaseError when it can't be opened; its cause has the code `SQLITE_BUSY` where somebody else has it
 */
export function openAlone(path: string): Engine {
  makePlace(path);
  return engineOver(connect(path, () => connectNative(path, pragmas("delete"))));
}

/** The path of a `file:` URL's file; undefined where the URL names none. */
export function fileOf(url: string): string | undefined {
  if (!url.startsWith("file:") || url === "file::memory:") return undefined;
  return url.slice("file:".length).replace(/^\/\/(?=\/)/, "");
}

/** @param reader the writer itself, where others have no business with the database */
function engineOver(writer: LocalConnection, reader = writer): Engine {
  let commits = 0;
  let stale = false;
  let reopenedAt = -Infinity;
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
    reopenedAt = performance.now();
    writer.close();
    if (reader !== writer) reader.close();
    await collectGarbage();
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
      const due = stale && performance.now() - reopenedAt >= REOPEN_EVERY_MS;
      return due ? reopen().then(begun) : begun();
    },
    // Writes the first page as it is. https://sqlite.org/pragma.html#pragma_user_version
    trial: "pragma user_version = 0",
    // `data_version` tells of other connections' commits, of which a database with one connection has none.
    stamp: () => reader === writer ? commits : reader.dataVersion(),
    close() {
      if (reader !== writer) reader.close();
      writer.close();
    },
  };
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

/** A prepared statement, and what is known of it: asking again would cost as much as a small query. */
interface KeptStatement {
  statement: Native.Statement;
  /** Whether it gives rows. */
  reader: boolean;
  /** The names of its columns, where it says itself that it gives one row at most. */
  columns: string[] | undefined;
}

class LocalConnection {
  #native: Native.Database | undefined;
  #statements = new Map<string, KeptStatement>();
  #dataVersion: Native.Statement | undefined;

  /** @param open makes the connection, and makes it anew after it was closed */
  constructor(private readonly open: () => Native.Database) {
    this.#native = open();
  }

  /** Changes when another connection, of this process or not, commits. https://sqlite.org/pragma.html */
  dataVersion(): number {
    this.#dataVersion ??= this.#connected().prepare("pragma data_version").raw();
    return (this.#dataVersion.get() as unknown as [number])[0];
  }

  execute({ sql, parameters }: Statement): Result {
    const { statement, reader, columns } = this.#prepare(sql);
    const values = parameters.map(bind);
    if (columns) return oneRow(statement, columns, values);
    if (reader) {
      const rows = statement.all(values) as Record<string, unknown>[];
      return { rows, changes: rows.length };
    }
    return { rows: [], changes: statement.run(values).changes };
  }

  run(sql: string): void {
    this.#prepare(sql).statement.run([]);
  }

  /** Closes it; the next statement opens it again. */
  close(): void {
    this.#statements.clear();
    this.#dataVersion = undefined;
    this.#native?.close();
    this.#native = undefined;
  }

  #connected(): Native.Database {
    return this.#native ??= this.open();
  }

  #prepare(sql: string): KeptStatement {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    if (this.#statements.size >= KEPT_STATEMENTS) {
      const oldest = this.#statements.keys().next().value!;
      this.#statements.delete(oldest);
    }
    const statement = this.#connected().prepare(sql);
    const prepared: KeptStatement = { statement, reader: statement.reader, columns: undefined };
    if (givesOneRow(sql)) {
      prepared.columns = statement.columns().map((column) => column.name);
      statement.raw();
    }
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

/**
 * Whether a statement gives one row at most and says so: reading a row costs a few microseconds less than reading
 * rows. Not where its own columns are a `*`, which another process's migration could change.
 */
function givesOneRow(sql: string): boolean {
  return /^\s*select\s+(?!(\w+\.)?\*)/.test(sql) && /\blimit 1\s*$/.test(sql) &&
    !/,\s*\w+\.\*/.test(sql);
}

function oneRow(
  statement: Native.Statement,
  columns: string[],
  values: ReturnType<typeof bind>[],
): Result {
  const row = statement.get(values) as unknown as unknown[] | undefined;
  if (!row) return { rows: [], changes: 0 };
  return { rows: [Object.fromEntries(columns.map((name, n) => [name, row[n]]))], changes: 1 };
}
