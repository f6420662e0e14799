/** Caches that operations keep between requests, each created once. New services start without any. */
export class Caches {
  #made = new Map<() => unknown, unknown>();

  /** Returns the cache that `make` creates. Everyone who passes the same function gets the same cache. */
  of<T>(make: () => T): T {
    if (!this.#made.has(make)) this.#made.set(make, make());
    return this.#made.get(make) as T;
  }
}
