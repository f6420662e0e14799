import { TooMany } from "../domain/errors.ts";

/**
 * Counts what one network address does in a window of time. Kept in memory: a limit per process is enough to
 * slow guessing down, and a restart forgives.
 */
export class AddressLimits {
  #windows = new Map<string, { started: number; count: number }>();

  /**
   * @param most how often an address may do it in a window
   * @param windowMs the window's length in milliseconds
   */
  constructor(private readonly most: number, private readonly windowMs: number) {}

  /** Counts one more. @throws TooMany past the limit, with the seconds until the window ends */
  count(address: string, now: Date): void {
    const at = now.getTime();
    const window = this.#windows.get(address);
    if (!window || at - window.started >= this.windowMs) {
      this.#forget(at);
      this.#windows.set(address, { started: at, count: 1 });
      return;
    }
    window.count++;
    if (window.count <= this.most) return;
    throw new TooMany(
      "Too many sign-in requests from this address.",
      Math.max(1, Math.ceil((window.started + this.windowMs - at) / 1000)),
      { code: "address_limit", hint: "Wait, then try again." },
    );
  }

  /** Drops what has ended, once there is much of it. */
  #forget(at: number): void {
    if (this.#windows.size < 10_000) return;
    for (const [address, window] of this.#windows) {
      if (at - window.started >= this.windowMs) this.#windows.delete(address);
    }
  }
}
