/** How many answers are kept at most; past that all are dropped, which only costs reading them again. */
const MOST_KEPT = 5_000;

/** Answers of reads, as good as what they were read from for as long as nothing at all is written to the database. */
export class CachedReads {
  #kept = new Map<string, unknown>();

  get full(): boolean {
    return this.#kept.size >= MOST_KEPT;
  }

  /**
   * What `read` gives, or gave for the same key in this moment. Nothing found (undefined) is not kept, so that guessing
   * at keys fills no memory.
   * @param read a read that depends on the database and the key alone, not on the clock
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
 * Keeps the answers of reads for as long as nothing at all has been written to the database, by this process or by
 * another: exact, because SQLite says when something was. For small facts that every request asks for.
 */
export class ReadCache {
  #stamp: string | number | undefined;
  #reads = new CachedReads();

  /** @param stampNow what changes with every commit and never comes back; undefined where there is no such thing */
  constructor(private readonly stampNow: () => string | number | undefined) {}

  /**
   * The answers kept since the last commit, of which SQLite is asked: that costs a fifth of an answer that says that
   * nothing has changed, so a request that reads twice asks once. An answer that is read while somebody commits stays
   * with the moment in which it was asked for.
   */
  now(): CachedReads {
    const stamp = this.stampNow();
    if (stamp === undefined) return new CachedReads();
    if (stamp !== this.#stamp || this.#reads.full) this.#reads = new CachedReads();
    this.#stamp = stamp;
    return this.#reads;
  }
}
