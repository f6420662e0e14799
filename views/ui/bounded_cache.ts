/** More would be another workspace's worth of names; then it is cheaper to begin again than to choose. */
const MOST = 5_000;

/** Small things that a list shows again and again, made once: avatars, labels, dates. */
export class BoundedCache<T> {
  #made = new Map<string, T>();

  /** What stands under the key, made now if it isn't there. */
  get(key: string, make: () => T): T {
    const made = this.#made.get(key);
    if (made !== undefined) return made;
    if (this.#made.size >= MOST) this.#made.clear();
    const fresh = make();
    this.#made.set(key, fresh);
    return fresh;
  }
}
