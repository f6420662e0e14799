import { setImmediate } from "node:timers/promises";

/** Lets waiting work of this process run first, because a SQLite read blocks the process. */
export async function yieldToOthers(): Promise<void> {
  await setImmediate();
}

/** Runs long work one at a time, so that a short request waits for one of them at most. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  /** @returns the result of `work`, after earlier work has finished */
  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(yieldToOthers).then(work);
    this.#last = mine.catch(() => {});
    return mine;
  }
}
