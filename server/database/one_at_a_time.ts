/**
 * Lets waiting work of this process run first, because a SQLite read blocks the process. A timer also lets Deno read the
 * network, which `setImmediate` doesn't.
 */
export async function yieldToOthers(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

/** How long work in slices goes on without a pause, in milliseconds. */
const SLICE_MS = 10;

/**
 * Returns a function to call between steps of long work. It lets other work run first, but only after a while: on a busy
 * server, each pause takes as long as one request of everyone.
 */
export function workInSlices(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < SLICE_MS) return;
    await yieldToOthers();
    begun = performance.now();
  };
}

/** Runs long work one at a time, so that a short request waits for one of them at most. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();
  #pause = workInSlices();

  /** @returns the result of `work`, after earlier work has finished */
  take<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(this.#pause).then(work);
    this.#last = mine.catch(() => {});
    return mine;
  }
}
