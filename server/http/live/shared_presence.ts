import type { Services } from "../../domain/core/operation.ts";
import type { Presence } from "../../domain/live/presence.ts";
import {
  forgetPresence,
  type PresenceRow,
  readPresences,
  writePresence,
} from "../../domain/live/presence_rows.ts";

/** How often a process says that it is there, and how long one is that doesn't, in milliseconds. */
const BEATS_MS = 10_000;
const SILENT_MS = 25_000;

/**
 * Tells other processes on the same database who has which task open, as this one was told, and hears it from them. One
 * that is alone writes once, by which those that come later know of it.
 */
export class SharedPresence {
  readonly #process = crypto.randomUUID().replaceAll("-", "");
  /** When each of the others was heard last. */
  #others = new Map<string, number>();
  #due = false;
  #wroteAt = -Infinity;
  #busy = false;

  constructor(private readonly services: Services, private readonly presence: Presence) {}

  /** That somebody listens here from now on: finds out who else is there. */
  async begin(): Promise<void> {
    const rows = await readPresences(this.services);
    this.hear(rows);
    if (!rows.some(({ process }) => process === this.#process)) this.#due = true;
  }

  /** That this process was told something new. */
  changed(): void {
    if (this.#others.size > 0) this.#due = true;
  }

  /** Takes what others wrote; one that isn't known gets to know of this one. */
  hear(rows: readonly PresenceRow[]): void {
    let due = this.#due;
    for (const { process, said } of rows) {
      if (process === this.#process) continue;
      if (!this.#others.has(process)) due = true;
      this.#others.set(process, this.#now());
      this.presence.merge(said);
    }
    // What came from others needn't go back to them
    this.#due = due;
  }

  /** Writes what there is to write, and forgets the others that are silent. Is asked twice a second or so. */
  async tick(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      const now = this.#now();
      const silent = [...this.#others].filter(([, at]) => now - at >= SILENT_MS);
      for (const [process] of silent) this.#others.delete(process);
      const isDue = this.#due || (this.#others.size > 0 && now - this.#wroteAt >= BEATS_MS);
      if (!isDue && silent.length === 0) return;
      this.#due = false;
      this.#wroteAt = now;
      await writePresence(this.services, { process: this.#process, said: this.presence.said() });
      // Theirs isn't the newest news then
      for (const [process] of silent) await forgetPresence(this.services, process);
    } finally {
      this.#busy = false;
    }
  }

  #now(): number {
    return this.services.clock().getTime();
  }
}
