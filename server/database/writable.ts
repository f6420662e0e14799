import { reasonOf } from "./failure_reason.ts";

/** How long what a write found out holds, in milliseconds: nobody tries again before that. */
const FRESH_MS = { good: 5_000, bad: 1_000 };
/** How often the log is told at most, in milliseconds. */
const REPORT_EVERY_MS = 60_000;
/** What is found where small writes go well and there is no room for large ones. */
const SHORT = "room on the disk is short: larger changes may be refused";

/**
 * Whether the database can be written, as its writes tell, and a trial where there has been none for a while. Once one
 * failed, a small one that goes well says little: then it takes a trial with room for larger ones.
 */
export class Writable {
  #reason: string | undefined;
  #foundAt = -Infinity;
  #reportedAt = -Infinity;
  /** Whether the log was told of the trouble that stands. */
  #reported = false;
  #say: (line: string) => void = () => {};
  #trying = false;

  /**
   * @param trial a write that changes nothing; undefined where there is none
   * @param room whether there is room for an ordinary write
   */
  constructor(
    private readonly trial: (() => Promise<unknown>) | undefined,
    private readonly room: () => Promise<boolean>,
  ) {}

  /** Why not everything can be written, in a few words without a path; undefined while it can. */
  get reason(): string | undefined {
    return this.#reason;
  }

  /** @param say takes a line for the log when writes begin to fail, a minute later still do, or go well again */
  reportTo(say: (line: string) => void): void {
    this.#say = say;
  }

  /** Watches over a write: passes on what it gives or throws. */
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

  /** Tries a write and answers once `reason` tells how it went; at once where one told a moment ago, or is under way. */
  async look(): Promise<void> {
    const fresh = this.#reason === undefined ? FRESH_MS.good : FRESH_MS.bad;
    if (!this.trial || this.#trying || performance.now() - this.#foundAt < fresh) return;
    this.#trying = true;
    try {
      const before = this.#foundAt;
      await this.trial();
      if (this.#reason !== undefined && !await this.room()) return this.#cramped(before);
      // A write that failed meanwhile knows better.
      if (this.#reason === undefined || this.#foundAt === before) this.#found(undefined);
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#trying = false;
    }
  }

  /** A write that failed since knows better. */
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
          ? "Small changes are written, but room on the disk is short: make room, or larger ones may be refused."
          : `Changes are refused: ${reason}. They are until that is mended.`,
      );
    }
    if (reason === undefined && this.#reported) {
      this.#reported = false;
      this.#say("Changes are written again.");
    }
  }
}
