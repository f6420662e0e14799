/** HTML that was drawn, by all that it depends on. What was kept first goes first. */
export class KeptHtml {
  #html = new Map<string, string>();
  #size = 0;

  /** @param most how many characters are kept, those of the keys with them */
  constructor(private readonly most: number) {}

  get(key: string): string | undefined {
    return this.#html.get(key);
  }

  keep(key: string, html: string): void {
    this.#drop(key);
    this.#html.set(key, html);
    this.#size += key.length + html.length;
    for (const oldest of this.#html.keys()) {
      if (this.#size <= this.most) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const html = this.#html.get(key);
    if (html === undefined) return;
    this.#html.delete(key);
    this.#size -= key.length + html.length;
  }
}
