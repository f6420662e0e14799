/** The time that requests can take before the next one waits for its turn, in milliseconds. */
const LONG_MS = 20;

/**
 * Decides when requests begin. While requests take long, others begin one at a time, and the runtime reads the network in
 * between, so that a request without a turn, such as one for `/health`, waits for one of them instead of for all.
 */
export class Turns {
  /** The time of the first request since the runtime last read the network. */
  #since: number | undefined;
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();

  /** Returns a promise for a request's turn, or undefined if the request can begin now. */
  take(): Promise<void> | undefined {
    const now = performance.now();
    if (this.#since === undefined) {
      this.#since = now;
      setTimeout(() => this.#since = undefined, 0);
    }
    if (this.#waiting === 0 && now - this.#since < LONG_MS) return undefined;
    this.#waiting++;
    this.#last = this.#last.then(readNetwork).finally(() => this.#waiting--);
    return this.#last;
  }
}

/** Lets the runtime read the network, which it does before a timer, but not before `setImmediate`. */
function readNetwork(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
