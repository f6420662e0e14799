import { setImmediate } from "node:timers/promises";

/** Lets everything else that waits in this process go first. A read of SQLite's stops the process while it runs. */
export async function yieldToOthers(): Promise<void> {
  await setImmediate();
}

/** Runs what takes long one after the other, so that whoever asks for little waits for one of them at most. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  /** @returns what `work` gives, once those before it are over; throws what it throws */
  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(yieldToOthers).then(work);
    this.#last = mine.catch(() => {});
    return mine;
  }
}
