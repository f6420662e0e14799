import type { Kysely } from "kysely";
import type { Database } from "../../../server/database/open.ts";
import type { CachedReads } from "../../../server/database/read_cache.ts";
import type { Work } from "../../../server/database/queue.ts";
import type { Tables } from "../../../server/database/tables.ts";
import { Refused } from "../../../server/domain/core/operation.ts";

/** Carries a write's result past the rollback of its changes. */
class Undone extends Error {
  constructor(readonly value: unknown) {
    super("A write was rolled back.");
  }
}

/**
 * Returns a database whose writes really run, with all constraints, and are rolled back after they return, so that
 * thousands of attempts can use one world. Writes that a refusal makes on purpose stay, for tests to check.
 */
export class UndoingDatabase implements Database {
  /** While false, writes stay, so that the world can be populated. */
  undoes = false;

  constructor(private readonly inner: Database) {}

  get read(): Kysely<Tables> {
    return this.inner.read;
  }

  get longReads(): Database["longReads"] {
    return this.inner.longReads;
  }

  get writable(): Database["writable"] {
    return this.inner.writable;
  }

  cachedReads = (): CachedReads => this.inner.cachedReads();

  latestReads = (): CachedReads => this.inner.latestReads();

  close = (): Promise<void> => this.inner.close();

  async write<T>(work: Work<T>): Promise<T> {
    if (!this.undoes) return await this.inner.write(work);
    try {
      return await this.inner.write(async (tx) => {
        const left: (() => Promise<void>)[] = [];
        const value = await work(tx, (last, item) => left.push(() => last(tx, [item])));
        for (const last of left) await last();
        if (value instanceof Refused) return value;
        throw new Undone(value);
      });
    } catch (error) {
      if (error instanceof Undone) return error.value as T;
      throw error;
    }
  }
}
