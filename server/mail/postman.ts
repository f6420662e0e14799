import type { Services } from "../domain/core/operation.ts";
import { deliverMail } from "./deliver.ts";

/** Pauses between deliveries, in milliseconds: usually, and at most while the mail server can't be reached. */
const EVERY_MS = 30_000;
const SELDOM_MS = 15 * 60_000;
/** How long a stopping server waits for an email, in milliseconds. */
const PATIENCE_MS = 5_000;

/** Delivers due emails while the server runs. */
export class Postman {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;
  #pause = EVERY_MS;
  #delivering = false;
  #woken = false;

  constructor(
    private readonly services: Services,
    private readonly say: (line: string) => void,
  ) {
    services.mailer.due = () => this.#wake();
    this.#wait();
  }

  /** Waits for the email that is being sent, up to a limit, then stops. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, PATIENCE_MS);
    await Promise.race([this.#round, promise]);
    clearTimeout(timer);
  }

  /** Delivers now, or again after the current delivery. */
  #wake(): void {
    this.#woken = true;
    if (this.#delivering) return;
    clearTimeout(this.#timer);
    this.#wait();
  }

  #wait(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#delivering = true;
      this.#woken = false;
      this.#round = this.#deliver().finally(() => {
        this.#delivering = false;
        this.#wait();
      });
    }, this.#woken ? 0 : this.#pause);
  }

  async #deliver(): Promise<void> {
    try {
      const there = await deliverMail(this.services, this.say, () => !this.#stopped);
      this.#pause = there ? EVERY_MS : Math.min(this.#pause * 2, SELDOM_MS);
    } catch (error) {
      this.services.logError(error, { job: "deliverMail" });
    }
  }
}
