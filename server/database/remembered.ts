/** How many answers are kept at most; past that all are dropped, which only costs reading them again. */
const MOST_KEPT = 5_000;

/**
 * Answers of reads, kept for as long as nothing at all has been written to the database, by this process or by
 * another: exact, because SQLite says when something was. For small facts that every request asks for.
 */
export class Remembered {
  #stamp: string | number | undefined;
  #kept = new Map<string, unknown>();

  /** @param stampNow what changes with every commit and never comes back; undefined where there is no such thing */
  constructor(private readonly stampNow: () => string | number | undefined) {}

  /**
   * What `read` gives, or gave for the same key since the last commit. Nothing found (undefined) is not kept, so
   * that guessing at keys fills no memory.
   * @param read a read that depends on the database and the key alone, not on the clock
   */
  async get<T>(key: string, read: () => Promise<T>): Promise<T> {
    const stamp = this.stampNow();
    if (stamp === undefined) return await read();
    if (stamp !== this.#stamp || this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#stamp = stamp;
    const kept = this.#kept.get(key) as T | undefined;
    if (kept !== undefined) return kept;
    const value = await read();
    if (value !== undefined && this.#stamp === stamp) this.#kept.set(key, value);
    return value;
  }
}
