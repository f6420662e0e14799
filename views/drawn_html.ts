interface Entry {
  html: string;
  /** From when on, and until when, in milliseconds. */
  from: number;
  until: number;
}

/** HTML that was drawn, by all that it depends on but the time. What was kept first goes first. */
export class DrawnHtml {
  #kept = new Map<string, Entry>();
  #size = 0;

  /** @param most how many characters are kept, those of the keys with them */
  constructor(private readonly most: number) {}

  /** @param at the moment at which it shall be shown, where it doesn't hold for ever */
  get(key: string, at = 0): string | undefined {
    const kept = this.#kept.get(key);
    return kept && kept.from <= at && at < kept.until ? kept.html : undefined;
  }

  /** Keeps what holds for ever, or from a moment on until another. */
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
