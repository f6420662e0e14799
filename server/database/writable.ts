import { reasonOf } from "./failure_reason.ts";

/** The time that a good result is valid, in milliseconds. There is no new trial before that. */
const FRESH_MS = 5_000;
/** The minimum time between trials after a failure, in milliseconds, because each writes to a disk that might be full. */
const TRIAL_EVERY_MS = 1_000;
/** The minimum time between log lines, in milliseconds. */
const REPORT_EVERY_MS = 60_000;
/** The reason if only small writes succeed. */
const SHORT = "disk space is low, and larger changes might be rejected";

/**
 * Tracks whether the database can be written, by its writes, and by a trial if there were none for a while. After a
 * failure, a small successful write isn't enough: there must also be room for larger ones.
 */
export class Writable {
  #reason: string | undefined;
  #foundAt = -Infinity;
  #triedAt = -Infinity;
  #reportedAt = -Infinity;
  /** Whether the current failure is in the log. */
  #reported = false;
  #say: (line: string) => void = () => {};
  #trying: Promise<void> | undefined;

  /**
   * @param trial a write that changes nothing, if there is one
   * @param room returns whether there is room for an ordinary write
   */
  constructor(
    private readonly trial: (() => Promise<unknown>) | undefined,
    private readonly room: () => Promise<boolean>,
  ) {}

  /** Why writes fail, in a few words without a path; undefined while they succeed. */
  get reason(): string | undefined {
    return this.#reason;
  }

  /** @param say writes a line to the log when writes start to fail, still fail after a minute, or succeed again */
  reportTo(say: (line: string) => void): void {
    this.#say = say;
  }

  /** Observes a write, and passes on its result or error. */
  async over<T>(write: Promise<T>): Promise<T> {
    try {
      const value = await write;
      if (this.#reason === undefined) this.#found(undefined);
      else void this.look();
      return value;
    } catch (error) {
      this.#failed(error);
      throw error;
    }
  }

  /** Tries a write and updates `reason`, or waits for the running trial. Does nothing soon after the last one. */
  look(): Promise<void> {
    const due = this.#reason === undefined
      ? this.#foundAt + FRESH_MS
      : this.#triedAt + TRIAL_EVERY_MS;
    if (this.trial && !this.#trying && performance.now() >= due) {
      this.#trying = this.#try(this.trial).finally(() => {
        this.#trying = undefined;
        this.#triedAt = performance.now();
      });
    }
    return this.#trying ?? Promise.resolve();
  }

  async #try(trial: () => Promise<unknown>): Promise<void> {
    const before = this.#foundAt;
    try {
      await trial();
      if (this.#reason !== undefined && !await this.room()) return this.#cramped(before);
      // A write that failed in the meantime has a newer result
      if (this.#reason === undefined || this.#foundAt === before) this.#found(undefined);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Sets the reason, unless a write failed in the meantime. */
  #cramped(before: number): void {
    if (this.#foundAt === before) this.#found(SHORT);
  }

  #failed(error: unknown): void {
    const reason = reasonOf(error);
    if (reason !== undefined) this.#found(reason);
  }

  #found(reason: string | undefined): void {
    const now = performance.now();
    this.#reason = reason;
    this.#foundAt = now;
    if (reason !== undefined && now - this.#reportedAt >= REPORT_EVERY_MS) {
      this.#reportedAt = now;
      this.#reported = true;
      this.#say(
        reason === SHORT
          ? "Disk space is low. Larger changes might be rejected. Free up disk space."
          : `Changes are rejected: ${reason}. Fix this to accept changes again.`,
      );
    }
    if (reason === undefined && this.#reported) {
      this.#reported = false;
      this.#say("Changes are accepted again.");
    }
  }
}
