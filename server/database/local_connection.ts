import type Native from "libsql";
import { bind, type Result, type Statement } from "./engine.ts";

/** How many prepared statements a connection keeps; the oldest goes first. */
const KEPT_STATEMENTS = 400;

/** A prepared statement, and what is known of it: asking again would cost as much as a small query. */
interface KeptStatement {
  statement: Native.Statement;
  /** Whether it gives rows. */
  reader: boolean;
  /** Whether it says itself that it gives one row at most. */
  single: boolean;
  /** The names of its columns, unless they are a `*`, which another process's migration could change. */
  columns: string[] | undefined;
}

/** One connection of the synchronous libSQL, with its prepared statements kept. */
export class LocalConnection {
  #native: Native.Database | undefined;
  #closed = false;
  #opened = 0;
  #statements = new Map<string, KeptStatement>();
  #dataVersion: Native.Statement | undefined;

  /** @param open makes the connection, and makes it anew after it was released */
  constructor(private readonly open: () => Native.Database) {
    this.#connected();
  }

  /**
   * Changes when another connection, of this process or not, commits, and when this one is made anew: the number of
   * SQLite starts over then. https://sqlite.org/pragma.html#pragma_data_version
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

  /** Lets go of the file; the next statement opens it again. */
  release(): void {
    this.#statements.clear();
    this.#dataVersion = undefined;
    this.#native?.close();
    this.#native = undefined;
  }

  /** Closes it for good. */
  close(): void {
    this.release();
    this.#closed = true;
  }

  /** @throws an error once it is closed */
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

/** What stands for columns that a statement doesn't name. */
const STAR = /(\b(select|distinct)\s|,)\s*(\w+\.)?\*/;

/** Whether a statement gives one row at most and says so: reading a row costs half of what reading rows does. */
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

/** Rows with the names of their columns, which cost less here than one by one in the engine. */
function namedRows(columns: string[], rows: unknown[][]): Record<string, unknown>[] {
  return rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (let n = 0; n < columns.length; n++) row[columns[n]!] = values[n];
    return row;
  });
}
