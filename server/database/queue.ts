import { setImmediate } from "node:timers";
import type { Kysely } from "kysely";
import { kyselyOver } from "./dialect.ts";
import {
  type Connection,
  type Engine,
  isBusy,
  type Result,
  type Statement,
  type Transaction,
} from "./engine.ts";
import type { Tables } from "./tables.ts";

/** The time that a write waits for another process's, in milliseconds. */
const PATIENCE_MS = 5_000;
/** The pauses between tries, in milliseconds; the last one repeats. */
const PAUSES_MS = [1, 2, 5, 10, 20];

type Tx = Kysely<Tables>;

/** The work of a write in its transaction. It can leave items for the end of the transaction. */
export type Work<T> = (tx: Tx, beforeCommit: BeforeCommit) => Promise<T>;
/** Leaves an item for work that runs once before the commit, even if several writes share the commit. */
export type BeforeCommit = (work: LastWork, item: string) => void;
/** @param items distinct items in order, including those of writes that failed later */
export type LastWork = (tx: Tx, items: string[]) => Promise<void>;

interface Job {
  /** The time it was queued, in milliseconds of `performance.now`. */
  since: number;
  work: Work<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * Runs the process's writes one at a time, because SQLite has one writer, and a second write transaction in a process
 * fails instead of waiting. Writes that arrive in the same turn of the event loop share a commit. If one fails after
 * changes, the group starts over with a savepoint for each write. A write resolves only after its commit.
 */
export class WriteQueue {
  #engine: Engine;
  #jobs: Job[] = [];
  #draining = false;
  #idle: (() => void)[] = [];
  #current: Transaction | undefined;
  /** Whether the running job might have changed something. */
  #touched = false;
  #tx: Tx;
  /** The items left for the end of the transaction. */
  #left = new Map<LastWork, Set<string>>();

  constructor(engine: Engine) {
    this.#engine = engine;
    const connection: Connection = { execute: (query) => this.#execute(query) };
    this.#tx = kyselyOver(connection);
  }

  /**
   * Runs `work` in a transaction and resolves after the commit.
   * @param work gets the transaction, and can only await its queries; might run again after a rollback
   * @throws the error of `work`, after a rollback; an error with the code `SQLITE_BUSY` if another process writes for
   *   longer than `PATIENCE_MS`
   */
  run<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const since = performance.now();
      this.#jobs.push({ since, work, resolve: resolve as Job["resolve"], reject });
      if (!this.#draining) {
        this.#draining = true;
        setImmediate(() => void this.#drain());
      }
    });
  }

  /** Resolves when no write is waiting or running. */
  idle(): Promise<void> {
    return this.#draining ? new Promise((resolve) => this.#idle.push(resolve)) : Promise.resolve();
  }

  async #drain(): Promise<void> {
    while (this.#jobs.length > 0) await this.#commitGroup();
    this.#draining = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #commitGroup(): Promise<void> {
    const group: Job[] = [];
    let answers: (() => void)[];
    try {
      answers = await this.#together(group) ?? await this.#apart(group);
    } catch (error) {
      await this.#rollBack();
      if (group.length === 0) group.push(...this.#jobs.splice(0, 1));
      for (const job of group) job.reject(error);
      return;
    }
    for (const answer of answers) answer();
  }

  /**
   * Runs the waiting jobs in one transaction.
   * @param group receives the jobs
   * @returns functions that settle the jobs; undefined if one of several failed after changes, and all were rolled back
   */
  async #together(group: Job[]): Promise<(() => void)[] | undefined> {
    const answers: (() => void)[] = [];
    this.#current = await this.#begin(this.#jobs);
    while (this.#jobs.length > 0 && group.length < this.#engine.group) {
      const job = this.#jobs.shift()!;
      group.push(job);
      this.#touched = false;
      try {
        const value = await job.work(this.#tx, this.#leave);
        answers.push(() => job.resolve(value));
      } catch (error) {
        answers.push(() => job.reject(error));
        if (!this.#touched) continue;
        await this.#rollBack();
        return group.length === 1 ? answers : undefined;
      }
    }
    try {
      await this.#doLast();
    } catch (error) {
      await this.#rollBack();
      return group.length === 1 ? [() => group[0]!.reject(error)] : undefined;
    }
    await this.#current.commit();
    this.#current = undefined;
    return answers;
  }

  /**
   * Opens a transaction. Retries while another process writes, because SQLite's own waiting would block this process.
   * @param waiting the waiting jobs
   * @throws the error, when the first of them has waited too long
   */
  async #begin(waiting: readonly Job[]): Promise<Transaction> {
    for (let tries = 0;; tries++) {
      try {
        return await this.#engine.begin();
      } catch (error) {
        const since = waiting[0]?.since ?? -Infinity;
        if (!isBusy(error) || performance.now() - since >= PATIENCE_MS) throw error;
      }
      const pause = PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)];
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /** Runs the same jobs again, each in a savepoint. */
  async #apart(group: Job[]): Promise<(() => void)[]> {
    const answers: (() => void)[] = [];
    this.#current = await this.#begin(group);
    for (const job of group) answers.push(await this.#attempt(job));
    await this.#current.commit();
    this.#current = undefined;
    return answers;
  }

  /** Runs one job in a savepoint. Returns a function that settles the job after the commit. */
  async #attempt(job: Job): Promise<() => void> {
    await this.#control("savepoint job");
    try {
      const value = await job.work(this.#tx, this.#leave);
      await this.#doLast();
      await this.#control("release job");
      return () => job.resolve(value);
    } catch (error) {
      this.#left.clear();
      await this.#control("rollback to job");
      await this.#control("release job");
      return () => job.reject(error);
    }
  }

  #execute(query: Statement): Result | Promise<Result> {
    if (!this.#current) throw new Error("A write ran outside its transaction.");
    const before = this.#touched;
    // Assume a change until the query succeeds, because SQLite ends the transaction on errors such as a full disk
    this.#touched = true;
    const settled = (result: Result) => {
      this.#touched = before || mayHaveChanged(query, result);
      return result;
    };
    const result = this.#current.execute(query);
    return result instanceof Promise ? result.then(settled) : settled(result);
  }

  #leave: BeforeCommit = (work, item) => {
    const items = this.#left.get(work);
    if (items) items.add(item);
    else this.#left.set(work, new Set([item]));
  };

  async #doLast(): Promise<void> {
    for (const [work, items] of this.#left) await work(this.#tx, [...items]);
    this.#left.clear();
  }

  async #control(sql: string): Promise<void> {
    await this.#current!.execute({ sql, parameters: [] });
  }

  async #rollBack(): Promise<void> {
    try {
      await this.#current?.rollback();
    } catch { /* already over */ }
    this.#current = undefined;
    this.#left.clear();
  }
}

function mayHaveChanged({ sql }: Statement, { changes }: Result): boolean {
  if (/^\s*select\b/i.test(sql)) return false;
  return changes > 0 || !/^\s*(insert|update|delete)\b/i.test(sql);
}
