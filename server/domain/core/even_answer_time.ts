/** The length of a step, in milliseconds. Most searches take less time. */
const STEP_MS = 25;

/**
 * Rounds the duration of searches up to whole steps. A word in many hidden tasks takes longer to search for than an
 * unknown one, and people who can't see those tasks shouldn't learn that.
 */
export class EvenAnswerTime {
  /**
   * @param clock returns the milliseconds since any fixed time
   * @param wait waits for this many milliseconds
   */
  constructor(
    private readonly clock: () => number = () => performance.now(),
    private readonly wait: (ms: number) => Promise<void> = (ms) =>
      new Promise((resolve) => setTimeout(resolve, ms)),
  ) {}

  /** @returns the result of `work` at the end of a step; its errors are thrown then too */
  async take<T>(work: () => Promise<T>): Promise<T> {
    const begun = this.clock();
    try {
      return await work();
    } finally {
      const taken = this.clock() - begun;
      await this.wait(STEP_MS - taken % STEP_MS);
    }
  }
}
