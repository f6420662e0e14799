import type { Services } from "../../domain/core/operation.ts";
import type { Presence } from "../../domain/live/presence.ts";
import {
  forgetPresence,
  type PresenceRow,
  readPresences,
  writePresence,
} from "../../domain/live/presence_rows.ts";

/** How often a process reports, and how long until a silent process is forgotten, in milliseconds. */
const BEATS_MS = 10_000;
const SILENT_MS = 25_000;

/**
 * Shares which people have which tasks open with the other processes on the same database. A process without others
 * writes once, so that later processes find it.
 */
export class SharedPresence {
  readonly #process = crypto.randomUUID().replaceAll("-", "");
  /** The time of each other process's last report. */
  #others = new Map<string, number>();
  #due = false;
  #wroteAt = -Infinity;
  #busy = false;

  constructor(private readonly services: Services, private readonly presence: Presence) {}

  /** Starts sharing presence, and finds the other processes. */
  async begin(): Promise<void> {
    const rows = await readPresences(this.services);
    this.hear(rows);
    if (!rows.some(({ process }) => process === this.#process)) this.#due = true;
  }

  /** Handles a change of presence in this process. */
  changed(): void {
    if (this.#others.size > 0) this.#due = true;
  }

  /** Adds other processes' reports. Reports to a process that is new here. */
  hear(rows: readonly PresenceRow[]): void {
    let due = this.#due;
    for (const { process, said } of rows) {
      if (process === this.#process) continue;
      if (!this.#others.has(process)) due = true;
      this.#others.set(process, this.#now());
      this.presence.merge(said);
    }
    // Other processes' reports don't need to be sent back
    this.#due = due;
  }

  /** Writes pending presence, and forgets processes that stopped reporting. Called about twice a second. */
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
      // Their rows can be deleted now, because this process's row is the newest
      for (const [process] of silent) await forgetPresence(this.services, process);
    } finally {
      this.#busy = false;
    }
  }

  #now(): number {
    return this.services.clock().getTime();
  }
}
