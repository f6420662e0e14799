import { setImmediate } from "node:timers";
import type { Kysely } from "kysely";
import { kyselyOver } from "./dialect.ts";
import type { Connection, Engine, Transaction } from "./engine.ts";
import type { Tables } from "./tables.ts";

interface Job {
  work: (tx: Kysely<Tables>) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * The process's writes, one after the other. SQLite has one writer; two write transactions open at once in a
 * process fail rather than wait. Writes that arrive in the same turn of the event loop share a commit, each in
 * a savepoint of its own, so that one which fails takes nothing else with it. A write is answered after its
 * commit, never before.
 */
export class WriteQueue {
  #engine: Engine;
  #jobs: Job[] = [];
  #draining = false;
  #idle: (() => void)[] = [];
  #current: Transaction | undefined;
  #tx: Kysely<Tables>;

  constructor(engine: Engine) {
    this.#engine = engine;
    const connection: Connection = {
      execute: (query) => {
        if (!this.#current) throw new Error("A write ran outside its transaction.");
        return this.#current.execute(query);
      },
    };
    this.#tx = kyselyOver(connection);
  }

  /**
   * Runs `work` in a transaction and answers once it is committed.
   * @param work gets the transaction; it awaits nothing but queries on it
   * @throws whatever `work` throws, after its changes were taken back
   */
  run<T>(work: (tx: Kysely<Tables>) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({ work, resolve: resolve as Job["resolve"], reject });
      if (!this.#draining) {
        this.#draining = true;
        setImmediate(() => void this.#drain());
      }
    });
  }

  /** Answers when nothing is waiting or running. */
  idle(): Promise<void> {
    return this.#draining ? new Promise((resolve) => this.#idle.push(resolve)) : Promise.resolve();
  }

  async #drain(): Promise<void> {
    while (this.#jobs.length > 0) await this.#commitGroup();
    this.#draining = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #commitGroup(): Promise<void> {
    const taken: Job[] = [];
    const answers: (() => void)[] = [];
    try {
      this.#current = await this.#engine.begin();
      while (this.#jobs.length > 0 && taken.length < this.#engine.group) {
        const job = this.#jobs.shift()!;
        taken.push(job);
        answers.push(await this.#attempt(job));
      }
      await this.#current.commit();
    } catch (error) {
      await this.#abandon();
      if (taken.length === 0) taken.push(...this.#jobs.splice(0, 1));
      for (const job of taken) job.reject(error);
      return;
    } finally {
      this.#current = undefined;
    }
    for (const answer of answers) answer();
  }

  /** One job in its savepoint; gives what to do once the group is committed. */
  async #attempt(job: Job): Promise<() => void> {
    await this.#control("savepoint job");
    try {
      const value = await job.work(this.#tx);
      await this.#control("release job");
      return () => job.resolve(value);
    } catch (error) {
      await this.#control("rollback to job");
      await this.#control("release job");
      return () => job.reject(error);
    }
  }

  async #control(sql: string): Promise<void> {
    await this.#current!.execute({ sql, parameters: [] });
  }

  /** SQLite itself ends a transaction on some errors (a full disk, say), so a failing rollback is no news. */
  async #abandon(): Promise<void> {
    try {
      await this.#current?.rollback();
    } catch { /* already over */ }
  }
}
