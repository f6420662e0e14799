interface Entry {
  html: string;
  /** The times between which the HTML is valid, in milliseconds. */
  from: number;
  until: number;
}

/** Caches rendered HTML by everything it depends on except the time. The oldest entries are removed first. */
export class DrawnHtml {
  #kept = new Map<string, Entry>();
  #size = 0;

  /** @param most the maximum number of characters, including keys */
  constructor(private readonly most: number) {}

  /** @param at the current time, for HTML that expires */
  get(key: string, at = 0): string | undefined {
    const kept = this.#kept.get(key);
    return kept && kept.from <= at && at < kept.until ? kept.html : undefined;
  }

  /** Stores HTML that is valid forever or between two times. */
  keep(key: string, html: string, from = 0, until = Infinity): void {
    this.#drop(key);
    this.#kept.set(key, { html, from, until });
    this.#size += key.length + html.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.most) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    this.#kept.delete(key);
    this.#size -= key.length + kept.html.length;
  }
}
