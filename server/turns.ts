/** The time that requests can take before the next one waits for its turn, in milliseconds. */
const LONG_MS = 20;
/** A timer that takes longer than this was held up by running requests, in milliseconds. */
const LATE_MS = 5;
/** The number of late timers after which a request begins all the same. */
const MOST_LATE = 10;

/**
 * Decides when requests begin. While requests take long, others begin one after another, and the runtime reads the network
 * in between, so that a request without a turn, such as one for `/health`, waits for one of them instead of for all.
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
    this.#last = this.#last.then(quietMoment).finally(() => this.#waiting--);
    return this.#last;
  }
}

/**
 * Waits until running requests wait for something else than the processor. Only then does the runtime read the network:
 * a request that yields by `setImmediate` doesn't let it.
 */
async function quietMoment(): Promise<void> {
  for (let late = 0; late < MOST_LATE; late++) {
    const begun = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (performance.now() - begun < LATE_MS) return;
  }
}
