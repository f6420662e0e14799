/** The maximum number of cached results. Beyond it, all are dropped, which only costs new reads. */
const MOST_KEPT = 5_000;

/** Results of reads, valid while nothing is written to the database. */
export class CachedReads {
  #kept = new Map<string, unknown>();

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
}

/**
 * Caches results of reads until any process writes to the database, which SQLite reports. For small facts that every
 * request needs.
 */
export class ReadCache {
  #stamp: string | number | undefined;
  #reads = new CachedReads();

  /** @param stampNow returns a value that changes with every commit and never repeats, or undefined without one */
  constructor(private readonly stampNow: () => string | number | undefined) {}

  /**
   * Returns the results cached since the last commit. Asking SQLite for commits costs a fifth of a 304 response, so a
   * request asks once. A result that is read during a commit belongs to the moment of the request.
   */
  now(): CachedReads {
    const stamp = this.stampNow();
    if (stamp === undefined) return new CachedReads();
    if (stamp !== this.#stamp || this.#reads.full) this.#reads = new CachedReads();
    this.#stamp = stamp;
    return this.#reads;
  }
}
