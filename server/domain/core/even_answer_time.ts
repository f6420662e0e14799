/** In how long steps answers come, in milliseconds: longer than most searches take. */
const STEP_MS = 25;

/**
 * Lets what depends on words take whole steps of time. A word that stands in many hidden tasks takes longer to look for
 * than one that stands nowhere; who can't see those tasks should not be able to tell.
 */
export class EvenAnswerTime {
  /**
   * @param clock milliseconds from any moment on
   * @param wait ends after so many milliseconds
   */
  constructor(
    private readonly clock: () => number = () => performance.now(),
    private readonly wait: (ms: number) => Promise<void> = (ms) =>
      new Promise((resolve) => setTimeout(resolve, ms)),
  ) {}

  /** @returns what `work` gives, at the end of a step; throws what it throws, then too */
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
