import type { CompiledQuery } from "kysely";

/** The result of a statement: its rows, and for a write the number of changed rows. */
export interface Result {
  rows: Record<string, unknown>[];
  changes: number;
}

/** A connection that runs compiled statements. A local one returns at once, a remote one returns a promise. */
export interface Connection {
  execute(query: Statement): Result | Promise<Result>;
}

export type Statement = Pick<CompiledQuery, "sql" | "parameters">;

/** One open write transaction. */
export interface Transaction extends Connection {
  commit(): void | Promise<void>;
  rollback(): void | Promise<void>;
}

/** A libSQL database: one connection for reads, and write transactions that are opened one at a time. */
export interface Engine {
  readonly reader: Connection;
  /** The number of writes that can share a commit: 1 if a commit needs a network request anyway. */
  readonly group: number;
  /** @throws an error with the code `SQLITE_BUSY` immediately while another connection writes */
  begin(): Transaction | Promise<Transaction>;
  /** Returns a value that changes with every commit and never repeats; undefined if that needs a remote request. */
  stamp(): string | number | undefined;
  /** Returns the number of this process's commits. */
  commits(): number;
  /** Writes without a change; undefined if trials are too expensive. */
  readonly trial: string | undefined;
  /** Returns whether there is room for an ordinary write, if known. */
  hasFreeSpace(): Promise<boolean>;
  close(): void;
}

/** Returns whether another connection is writing, so that a retry might succeed. https://sqlite.org/rescode.html#busy */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_BUSY/.test(String((error as { code?: unknown } | null)?.code));
}

/** A database that can't be opened or used, with a message that says what to do. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
}

/** Converts a value for SQLite. Booleans become 0 and 1; other types are a bug. */
export function bind(value: unknown): string | number | bigint | null | Uint8Array {
  switch (typeof value) {
    case "string":
    case "number":
    case "bigint":
      return value;
    case "boolean":
      return value ? 1 : 0;
    case "undefined":
      return null;
    default:
      if (value === null || value instanceof Uint8Array) return value;
      throw new TypeError(`SQLite can't hold a ${Object.prototype.toString.call(value)}`);
  }
}
