import type Native from "libsql";
import { bind, type Result, type Statement } from "./engine.ts";

/** The number of prepared statements that a connection caches; the oldest is dropped first. */
const KEPT_STATEMENTS = 400;

/** A prepared statement with its properties, whose lookup would cost as much as a small query. */
interface KeptStatement {
  statement: Native.Statement;
  /** Whether it returns rows. */
  reader: boolean;
  /** Whether its SQL limits it to one row. */
  single: boolean;
  /** The names of its columns, except for `*`, which another process's migration could change. */
  columns: string[] | undefined;
}

/** A synchronous libSQL connection that caches prepared statements. */
export class LocalConnection {
  #native: Native.Database | undefined;
  #closed = false;
  #opened = 0;
  #statements = new Map<string, KeptStatement>();
  #dataVersion: Native.Statement | undefined;

  /** @param open opens the connection, also again after a release */
  constructor(private readonly open: () => Native.Database) {
    this.#connected();
  }

  /**
   * Returns a value that changes when another connection of any process commits, and when this connection is reopened,
   * because SQLite's number then starts over. https://sqlite.org/pragma.html#pragma_data_version
   */
  dataVersion(): string {
    this.#dataVersion ??= this.#connected().prepare("pragma data_version").raw();
    return `${this.#opened}.${(this.#dataVersion.get() as unknown as [number])[0]}`;
  }

  execute({ sql, parameters }: Statement): Result {
    const { statement, reader, single, columns } = this.#prepare(sql);
    const values = parameters.map(bind);
    if (single) return oneRow(statement, columns, values);
    if (reader) {
      const found = statement.all(values);
      const rows = columns ? namedRows(columns, found as unknown[][]) : found;
      return { rows: rows as Record<string, unknown>[], changes: rows.length };
    }
    return { rows: [], changes: statement.run(values).changes };
  }

  run(sql: string): void {
    this.#prepare(sql).statement.run([]);
  }

  /** Closes the file; the next statement reopens it. */
  release(): void {
    this.#statements.clear();
    this.#dataVersion = undefined;
    this.#native?.close();
    this.#native = undefined;
  }

  /** Closes the connection permanently. */
  close(): void {
    this.release();
    this.#closed = true;
  }

  /** @throws an error after `close` */
  #connected(): Native.Database {
    if (this.#closed) throw new Error("The connection to the database is closed.");
    if (!this.#native) {
      this.#native = this.open();
      this.#opened++;
    }
    return this.#native;
  }

  #prepare(sql: string): KeptStatement {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    if (this.#statements.size >= KEPT_STATEMENTS) {
      const oldest = this.#statements.keys().next().value!;
      this.#statements.delete(oldest);
    }
    const statement = this.#connected().prepare(sql);
    const single = givesOneRow(sql);
    const prepared: KeptStatement = {
      statement,
      reader: statement.reader,
      single,
      columns: undefined,
    };
    if (prepared.reader && /^\s*(select|with)\b/.test(sql) && !STAR.test(sql)) {
      prepared.columns = statement.columns().map((column) => column.name);
      statement.raw();
    }
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

/** A `*` instead of columns. */
const STAR = /(\b(select|distinct)\s|,)\s*(\w+\.)?\*/;

/** Returns whether a statement is limited to one row, which is half as expensive to read. */
function givesOneRow(sql: string): boolean {
  return /^\s*select\b/.test(sql) && /\blimit 1\s*$/.test(sql);
}

function oneRow(
  statement: Native.Statement,
  columns: string[] | undefined,
  values: ReturnType<typeof bind>[],
): Result {
  const found = statement.get(values);
  if (!found) return { rows: [], changes: 0 };
  if (!columns) return { rows: [found as Record<string, unknown>], changes: 1 };
  return { rows: namedRows(columns, [found as unknown as unknown[]]), changes: 1 };
}

/** Adds the column names to rows, which is cheaper here than in the engine. */
function namedRows(columns: string[], rows: unknown[][]): Record<string, unknown>[] {
  return rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (let n = 0; n < columns.length; n++) row[columns[n]!] = values[n];
    return row;
  });
}
