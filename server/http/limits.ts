import { TooMany } from "../domain/errors.ts";

/** Where somebody stands in a window of time. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Seconds until the window ends and the count starts anew. */
  resetSeconds: number;
}

/**
 * Counts what one address or credential does in a window of time. Kept in memory: a limit per process is enough to
 * slow a flood or guessing down, and a restart forgives.
 */
export class WindowLimits {
  #windows = new Map<string, { started: number; count: number }>();

  /**
   * @param most how often one may do it in a window
   * @param windowMs the window's length in milliseconds
   * @param refusal what to say past the limit
   */
  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    private readonly refusal: { message: string; code: string },
  ) {}

  /** Counts one more. @throws TooMany past the limit, with the seconds until the window ends */
  count(who: string, now: Date): Allowance {
    const at = now.getTime();
    let window = this.#windows.get(who);
    if (!window || at - window.started >= this.windowMs) {
      this.#forget(at);
      window = { started: at, count: 0 };
      this.#windows.set(who, window);
    }
    window.count++;
    const resetSeconds = Math.max(1, Math.ceil((window.started + this.windowMs - at) / 1000));
    if (window.count > this.most) {
      const { message, code } = this.refusal;
      throw new TooMany(message, resetSeconds, { code, hint: "Wait, then try again." });
    }
    return { limit: this.most, remaining: this.most - window.count, resetSeconds };
  }

  /** Drops what has ended, once there is much of it. */
  #forget(at: number): void {
    if (this.#windows.size < 10_000) return;
    for (const [who, window] of this.#windows) {
      if (at - window.started >= this.windowMs) this.#windows.delete(who);
    }
  }
}

/** The limits of one server. */
export interface Limits {
  /** Asking for and trying codes, by address. */
  signIn: WindowLimits;
  /** Everything that bears a token, by credential. */
  api: WindowLimits;
}

/**
 * @param perMinute how many requests a credential has in a minute. `BACKLOG_RATE_LIMIT`
 * @param signIns how often an address may ask for or try a code in ten minutes
 */
export function makeLimits(perMinute: number, signIns = 120): Limits {
  return {
    signIn: new WindowLimits(signIns, 10 * 60_000, {
      message: "Too many sign-in requests from this address.",
      code: "address_limit",
    }),
    api: new WindowLimits(perMinute, 60_000, {
      message: "Too many requests with this token.",
      code: "rate_limit",
    }),
  };
}
