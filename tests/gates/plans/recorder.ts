import { CompiledQuery, type Kysely } from "kysely";
import { kyselyOver } from "../../../server/database/dialect.ts";
import type { Database } from "../../../server/database/open.ts";
import { CachedReads } from "../../../server/database/read_cache.ts";
import type { LastWork, Work } from "../../../server/database/queue.ts";
import type { Tables } from "../../../server/database/tables.ts";

/** A database that records its statements, with the first parameters of each. */
export class RecordingDatabase implements Database {
  readonly statements = new Map<string, readonly unknown[]>();
  readonly read: Kysely<Tables>;
  readonly #lasts = new Map<LastWork, LastWork>();

  constructor(private readonly inner: Database) {
    this.read = this.#over(inner.read);
  }

  write<T>(work: Work<T>): Promise<T> {
    return this.inner.write((tx, beforeCommit) =>
      work(this.#over(tx), (last, item) => beforeCommit(this.#recorded(last), item))
    );
  }

  /** Returns the same value for the same work, because it is done once per commit. */
  #recorded(last: LastWork): LastWork {
    const known = this.#lasts.get(last);
    if (known) return known;
    const recorded: LastWork = (tx, items) => last(this.#over(tx), items);
    this.#lasts.set(last, recorded);
    return recorded;
  }

  get longReads(): Database["longReads"] {
    return this.inner.longReads;
  }

  get writable(): Database["writable"] {
    return this.inner.writable;
  }

  cachedReads = (): CachedReads => new CachedReads();

  latestReads = (): CachedReads => new CachedReads();

  close = (): Promise<void> => this.inner.close();

  #over(db: Kysely<Tables>): Kysely<Tables> {
    return kyselyOver({
      execute: async ({ sql, parameters }) => {
        if (!this.statements.has(sql)) this.statements.set(sql, parameters);
        const query = CompiledQuery.raw(sql, [...parameters]);
        const { rows, numAffectedRows } = await db.executeQuery(query);
        return { rows: rows as Record<string, unknown>[], changes: Number(numAffectedRows ?? 0) };
      },
    });
  }
}
