/** Maximum number of reads of one person that the server works on at the same time. */
const AT_ONCE = 2;

/** The turns of one person. */
interface Queue {
  taken: number;
  /** Let the next requests begin, in their order. */
  waiting: (() => void)[];
}

/**
 * Has a person's reads wait for each other, so that everyone else waits for a few of them at most, however many the
 * person sends at once. One thread works on all requests.
 */
export class PersonTurns {
  #ofEach = new Map<string, Queue>();

  /** Waits for a turn. @returns a function that ends it */
  async take(who: string): Promise<() => void> {
    const queue = this.#ofEach.get(who) ?? { taken: 0, waiting: [] };
    this.#ofEach.set(who, queue);
    if (queue.taken < AT_ONCE) queue.taken++;
    else await new Promise<void>((begin) => queue.waiting.push(begin));
    return () => this.#end(who, queue);
  }

  #end(who: string, queue: Queue): void {
    const next = queue.waiting.shift();
    if (next) next();
    else if (--queue.taken === 0) this.#ofEach.delete(who);
  }
}
