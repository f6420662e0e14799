import { TooMany } from "../domain/core/errors.ts";

/** A client's or credential's remaining requests in a time window. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Seconds until the window ends and the count starts again. */
  resetSeconds: number;
}

interface Window {
  started: number;
  count: number;
}

/** The number of presence reports per session and minute: enough for a few tabs on tasks with ten other writers. */
const PRESENCE_PER_MINUTE = 240;

/** The maximum number of stored windows, which limits the memory that a flood from many addresses can take. */
const MOST_WINDOWS = 100_000;

/**
 * Counts requests per client or credential in a time window. The counts are in memory, because a limit per process is
 * enough to slow down a flood or guessing. A restart clears them.
 */
export class WindowLimits {
  /** In the order in which they started. */
  #windows = new Map<string, Window>();

  /**
   * @param most the maximum count in a window
   * @param windowMs the window's length in milliseconds
   * @param refusal the error beyond the limit
   */
  constructor(
    readonly most: number,
    private readonly windowMs: number,
    private readonly refusal: { message: string; code: string },
  ) {}

  /** Counts another request. @throws TooMany beyond the limit, with the seconds until the window ends */
  count(who: string, now: Date): void {
    const at = now.getTime();
    const window = this.#open(who, at) ?? this.#begin(who, at);
    window.count++;
    if (window.count > this.most) throw this.#refuse(window, at);
  }

  /** Returns what is left of the current window. */
  allowance(who: string, now: Date): Allowance {
    const at = now.getTime();
    const window = this.#open(who, at) ?? this.#begin(who, at);
    const remaining = Math.max(0, this.most - window.count);
    return { limit: this.most, remaining, resetSeconds: this.#secondsLeft(window, at) };
  }

  /** Checks the limit without counting, for limits that count only failures. @throws TooMany at the limit */
  hold(who: string, now: Date): void {
    const at = now.getTime();
    const window = this.#open(who, at);
    if (window && window.count >= this.most) throw this.#refuse(window, at);
  }

  /** Subtracts a request that was counted before its result was known. */
  forgive(who: string): void {
    const window = this.#windows.get(who);
    if (window && window.count > 0) window.count--;
  }

  /** Returns the current window. If the clock was set back since the window started, it starts now, so that no wait is longer. */
  #open(who: string, at: number): Window | undefined {
    const window = this.#windows.get(who);
    if (!window) return undefined;
    window.started = Math.min(window.started, at);
    return at - window.started < this.windowMs ? window : undefined;
  }

  #begin(who: string, at: number): Window {
    this.#windows.delete(who);
    this.#makeRoom();
    const window = { started: at, count: 0 };
    this.#windows.set(who, window);
    return window;
  }

  #secondsLeft({ started }: Window, at: number): number {
    return Math.max(1, Math.ceil((started + this.windowMs - at) / 1000));
  }

  #refuse(window: Window, at: number): TooMany {
    const { message, code } = this.refusal;
    const hint = "Wait, then try again.";
    return new TooMany(message, this.#secondsLeft(window, at), { code, hint });
  }

  /** Drops the older half of the windows. Dropping one at a time would cost about as much for each. */
  #makeRoom(): void {
    if (this.#windows.size < MOST_WINDOWS) return;
    const older = [...this.#windows.keys()].slice(0, MOST_WINDOWS / 2);
    for (const who of older) this.#windows.delete(who);
  }
}

/** The limits of one server. */
export interface Limits {
  /** Requests for codes and attempts with codes, by network. */
  signIn: WindowLimits;
  /** Wrong codes, by network. */
  wrongCodes: WindowLimits;
  /** Invalid secrets and refresh tokens, by network. */
  refused: WindowLimits;
  /** Requests with a token or a session's cookie, by credential. */
  api: WindowLimits;
  /** Presence reports of open pages, by session. */
  presence: WindowLimits;
}

/**
 * @param perMinute how many requests a credential has in a minute. `BACKLOG_RATE_LIMIT`
 * @param tries how often a network can request or try a code in ten minutes, and send an invalid secret
 * @param wrongCodes how many wrong codes a network can try in an hour: enough for mistakes of a few people, too few to guess
 */
export function makeLimits(perMinute: number, tries = 120, wrongCodes = 20): Limits {
  return {
    signIn: new WindowLimits(tries, 10 * 60_000, {
      message: "Too many sign-in requests from this address.",
      code: "address_limit",
    }),
    wrongCodes: new WindowLimits(wrongCodes, 60 * 60_000, {
      message: "Too many wrong codes from this address.",
      code: "address_limit",
    }),
    refused: new WindowLimits(tries, 10 * 60_000, {
      message: "Too many invalid secrets from this address.",
      code: "address_limit",
    }),
    api: new WindowLimits(perMinute, 60_000, {
      message: "Too many requests within a minute.",
      code: "rate_limit",
    }),
    presence: new WindowLimits(PRESENCE_PER_MINUTE, 60_000, {
      message: "Too many page updates from this session.",
      code: "rate_limit",
    }),
  };
}
