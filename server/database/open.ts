import { CompiledQuery, type Kysely } from "kysely";
import { kyselyOver } from "./dialect.ts";
import type { Engine } from "./engine.ts";
import { openAlone, openLocal } from "./local.ts";
import { type Work, WriteQueue } from "./queue.ts";
import { type CachedReads, ReadCache } from "./read_cache.ts";
import { openRemote } from "./remote.ts";
import type { Tables } from "./tables.ts";
import { OneAtATime } from "./one_at_a_time.ts";
import { Writable } from "./writable.ts";

/** The open database. Reads use `read`, writes use `write`. */
export interface Database {
  readonly read: Kysely<Tables>;
  /** Runs `work` in a transaction and resolves after the commit; see `WriteQueue.run`. */
  write<T>(work: Work<T>): Promise<T>;
  /** The results cached since the last commit; see `ReadCache.now`. */
  cachedReads(): CachedReads;
  /** The results cached since the latest check, which is as recent as each authenticated member; see `ReadCache.latest`. */
  latestReads(): CachedReads;
  /** Runs long reads one at a time. */
  readonly longReads: OneAtATime;
  /** Whether the database is writable. */
  readonly writable: Writable;
  /** Waits for running writes, then closes. */
  close(): Promise<void>;
}

/**
 * Opens a libSQL database without migrating it.
 * @param url `file:…`, `:memory:`, or a libSQL server's URL
 * @throws DatabaseError if a file can't be opened
 */
export async function openDatabase(url: string, token?: string): Promise<Database> {
  return databaseOver(isServer(url) ? await openRemote(url, token) : openLocal(url));
}

/** Returns whether a database URL names a libSQL server, instead of a file or memory. */
export function isServer(url: string): boolean {
  return url !== ":memory:" && !url.startsWith("file:");
}

/**
 * Opens a file exclusively, without a write-ahead log; see `openAlone`.
 * @throws DatabaseError if it can't be opened, for example because another process has it open
 */
export function openFileAlone(path: string): Database {
  return databaseOver(openAlone(path));
}

/** Returns the database that an engine runs. Closing the database closes the engine. */
export function databaseOver(engine: Engine): Database {
  const queue = new WriteQueue(engine);
  const { trial } = engine;
  const writable = new Writable(
    trial === undefined
      ? undefined
      : () => queue.run((tx) => tx.executeQuery(CompiledQuery.raw(trial))),
    () => engine.hasFreeSpace(),
  );
  const readCache = new ReadCache(engine);
  return {
    read: kyselyOver(engine.reader),
    write: (work) => writable.over(queue.run(work)),
    longReads: new OneAtATime(),
    writable,
    cachedReads: () => readCache.now(),
    latestReads: () => readCache.latest(),
    async close() {
      await queue.idle();
      engine.close();
    },
  };
}
