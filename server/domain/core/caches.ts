/** What operations keep of one request for those after it, each cache once. Services that are made anew begin without. */
export class Caches {
  #made = new Map<() => unknown, unknown>();

  /** The cache that `make` makes: one for all who name the same function. */
  of<T>(make: () => T): T {
    if (!this.#made.has(make)) this.#made.set(make, make());
    return this.#made.get(make) as T;
  }
}
