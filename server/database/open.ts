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

/** The open database: reads go to `read`, writes through `write`. */
export interface Database {
  readonly read: Kysely<Tables>;
  /** Runs `work` in one transaction and answers after the commit; see `WriteQueue.run`. */
  write<T>(work: Work<T>): Promise<T>;
  /** The answers kept since anyone's last commit; see `ReadCache.now`. */
  cachedReads(): CachedReads;
  /** What `read` gives, or gave for the same key since then; see `CachedReads.get`. */
  cachedRead<T>(key: string, read: () => Promise<T>): Promise<T>;
  /** Runs reads that may take long, one at a time. */
  readonly longReads: OneAtATime;
  /** Whether it can be written. */
  readonly writable: Writable;
  /** Waits for the writes under way, then closes. */
  close(): Promise<void>;
}

/**
 * Opens a libSQL database; it is not migrated yet.
 * @param url `file:…`, `:memory:`, or a libSQL server's URL
 * @throws DatabaseError when a file can't be opened
 */
export async function openDatabase(url: string, token?: string): Promise<Database> {
  const local = url === ":memory:" || url.startsWith("file:");
  return databaseOver(local ? openLocal(url) : await openRemote(url, token));
}

/**
 * Opens a file that nobody else may have open, without a write-ahead log beside it; see `openAlone`.
 * @throws DatabaseError when it can't be opened, because somebody else has it say
 */
export function openFileAlone(path: string): Database {
  return databaseOver(openAlone(path));
}

function databaseOver(engine: Engine): Database {
  const queue = new WriteQueue(engine);
  const { trial } = engine;
  const writable = new Writable(
    trial === undefined
      ? undefined
      : () => queue.run((tx) => tx.executeQuery(CompiledQuery.raw(trial))),
    () => engine.hasFreeSpace(),
  );
  const readCache = new ReadCache(() => engine.stamp());
  return {
    read: kyselyOver(engine.reader),
    write: (work) => writable.over(queue.run(work)),
    longReads: new OneAtATime(),
    writable,
    cachedReads: () => readCache.now(),
    cachedRead: (key, read) => readCache.now().get(key, read),
    async close() {
      await queue.idle();
      engine.close();
    },
  };
}
