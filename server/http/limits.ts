import { TooMany } from "../domain/core/errors.ts";

/** Where somebody stands in a window of time. */
export interface Allowance {
  limit: number;
  remaining: number;
  /** Seconds until the window ends and the count starts anew. */
  resetSeconds: number;
}

interface Window {
  started: number;
  count: number;
}

/** How often a session says in a minute what its tabs show: a few tabs on tasks on which ten others write. */
const PRESENCE_PER_MINUTE = 240;

/** How many windows are kept at most: a flood from many addresses takes no more memory than that. */
const MOST_WINDOWS = 100_000;

/**
 * Counts what one client or credential does in a window of time. Kept in memory: a limit per process is enough to
 * slow a flood or guessing down, and a restart forgives.
 */
export class WindowLimits {
  /** In the order in which they started. */
  #windows = new Map<string, Window>();

  /**
   * @param most how often one may do it in a window
   * @param windowMs the window's length in milliseconds
   * @param refusal what to say past the limit
   */
  constructor(
    readonly most: number,
    private readonly windowMs: number,
    private readonly refusal: { message: string; code: string },
  ) {}

  /** Counts one more. @throws TooMany past the limit, with the seconds until the window ends */
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

  /** Counts nothing, where only failures count. @throws TooMany at the limit, as `count` does past it */
  hold(who: string, now: Date): void {
    const at = now.getTime();
    const window = this.#open(who, at);
    if (window && window.count >= this.most) throw this.#refuse(window, at);
  }

  /** Takes one back that was counted before it was known whether it counts. */
  forgive(who: string): void {
    const window = this.#windows.get(who);
    if (window && window.count > 0) window.count--;
  }

  /** The window that somebody is in. Where the clock was set back since it began, it begins now: no wait is longer. */
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

  /** Makes room by dropping the older half: rarely, because a look at the oldest alone costs about as much. */
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
  /** Everything that bears a token or a session's cookie, by credential. */
  api: WindowLimits;
  /** What open pages say of who has them open, by session. */
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
