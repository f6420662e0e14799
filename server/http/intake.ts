import { BadRequest, Busy } from "./errors.ts";

/** What may be on its way into one server at once. */
const MOST_BODIES = 256;
const MOST_BYTES = 32 * 1024 * 1024;
/** How long a body may take to arrive, in milliseconds. */
const DEADLINE_MS = 20_000;

/** The bodies that are being read: how many, how large they may become, and for how long. */
export class Intake {
  #bodies = 0;
  #bytes = 0;

  /** @param deadline how long a body may take, in milliseconds */
  constructor(private readonly deadline = DEADLINE_MS) {}

  /**
   * Reads one.
   * @param bytes what it may come to
   * @param read reads it
   * @throws Busy when too much is on its way already; BadRequest 408 past the deadline
   */
  async take<T>(bytes: number, read: () => Promise<T>): Promise<T> {
    if (this.#bodies >= MOST_BODIES || this.#bytes + bytes > MOST_BYTES) throw new Busy();
    this.#bodies++;
    this.#bytes += bytes;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(tooSlow()), this.deadline);
    });
    try {
      return await Promise.race([read(), late]);
    } finally {
      clearTimeout(timer);
      this.#bodies--;
      this.#bytes -= bytes;
    }
  }
}

function tooSlow(): BadRequest {
  return new BadRequest(408, "too_slow", "The body took too long to arrive.", "Send it again.");
}
