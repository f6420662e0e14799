import type { Engine } from "./engine.ts";

/** The maximum number of cached results. Beyond it, all are dropped, which only costs new reads. */
const MOST_KEPT = 5_000;

/** Results of reads, valid while nothing is written to the database. */
export class CachedReads {
  #kept = new Map<string, unknown>();
  #groups = new Map<string, Map<string, unknown>>();

  get full(): boolean {
    return this.#kept.size >= MOST_KEPT;
  }

  /**
   * Returns the result of `read`, cached by key. Doesn't cache undefined, so that guessed keys use no memory.
   * @param read a read that depends only on the database and the key, not on the clock
   */
  async get<T>(key: string, read: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key) as T | undefined;
    if (kept !== undefined) return kept;
    const value = await read();
    if (value !== undefined) this.#kept.set(key, value);
    return value;
  }

  /** Returns the results of one kind of read, which its caller limits. */
  group(name: string): Map<string, unknown> {
    const known = this.#groups.get(name);
    if (known) return known;
    const group = new Map<string, unknown>();
    this.#groups.set(name, group);
    return group;
  }
}

/**
 * Caches results of reads until any process writes to the database, which SQLite reports. For small facts that every
 * request needs.
 */
export class ReadCache {
  #stamp: string | number | undefined;
  #reads = new CachedReads();
  /** The number of this process's commits at the last check. */
  #commits: number | undefined;

  constructor(private readonly engine: Pick<Engine, "stamp" | "commits">) {}

  /**
   * Returns the results cached since the last commit. Asking SQLite for commits costs a fifth of a 304 response, so a
   * request asks once. A result that is read during a commit belongs to the moment of the request.
   */
  now(): CachedReads {
    const stamp = this.engine.stamp();
    if (stamp === undefined) return new CachedReads();
    if (stamp !== this.#stamp || this.#reads.full) this.#reads = new CachedReads();
    this.#stamp = stamp;
    this.#commits = this.engine.commits();
    return this.#reads;
  }

  /**
   * Returns the results cached since the last check, which is enough for a member, because authentication checks. Checks
   * again only after a commit of this process.
   */
  latest(): CachedReads {
    return this.engine.commits() === this.#commits ? this.#reads : this.now();
  }
}
