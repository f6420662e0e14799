import type { CompiledQuery } from "kysely";

/** What a statement gave: its rows, and for a write how many rows it changed. */
export interface Result {
  rows: Record<string, unknown>[];
  changes: number;
}

/** One connection that runs compiled statements. A local one answers at once, a remote one later. */
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
  /** How many writes may share one commit: 1 where a commit costs a network round trip anyway. */
  readonly group: number;
  /** @throws an error with the code `SQLITE_BUSY` at once while somebody else writes */
  begin(): Transaction | Promise<Transaction>;
  /** Changes whenever anyone commits and never comes back; undefined where telling would take asking far away. */
  stamp(): string | number | undefined;
  /** Writes something that changes nothing, in a transaction; undefined where only real writes are worth their cost. */
  readonly trial: string | undefined;
  /** Whether there is room for an ordinary write, as far as that can be told from here. */
  hasFreeSpace(): Promise<boolean>;
  close(): void;
}

/** Whether somebody else writes, so that it is worth trying again in a moment. https://sqlite.org/rescode.html#busy */
export function isBusy(error: unknown): boolean {
  return /^SQLITE_BUSY/.test(String((error as { code?: unknown } | null)?.code));
}

/** A database that can't be opened or used as it is. Its message is one sentence that says what to do. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
}

/** A value as SQLite can hold it. Booleans become 0 and 1; anything else foreign is a programming error. */
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
