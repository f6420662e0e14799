import { sql } from "kysely";
import { z } from "zod";
import { migrate } from "../../server/database/migrate.ts";
import { type Database, openDatabase } from "../../server/database/open.ts";
import type { Anonymous } from "../../server/domain/core/actor.ts";
import { Caches } from "../../server/domain/core/caches.ts";
import { EvenAnswerTime } from "../../server/domain/core/even_answer_time.ts";
import type { Mail, Mailer, SendResult } from "../../server/domain/core/mailer.ts";
import {
  perform,
  publicOperation,
  type Services,
  type WriteContext,
} from "../../server/domain/core/operation.ts";
import { openMemory } from "./memory.ts";
import { type Pages, readPages, writePages } from "./pages.ts";

/** A clock that changes only when a test moves it. */
export class TestClock {
  #now: number;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now = (): Date => new Date(this.#now);

  /** Moves the clock forward. */
  advance(by: Span): void {
    this.#now += milliseconds(by);
  }

  /** Moves the clock back, as when a person corrects a wrong clock. */
  setBack(by: Span): void {
    this.#now -= milliseconds(by);
  }
}

/** A duration, as the sum of its parts. */
export interface Span {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
}

function milliseconds({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Span): number {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

/** A mailer that stores its emails. */
export class TestMailer implements Mailer {
  readonly delivers = true;
  readonly sent: Mail[] = [];

  send(mail: Mail): void {
    this.sent.push(mail);
  }

  answers(): Promise<boolean> {
    return Promise.resolve(true);
  }

  hand(mail: Mail): Promise<SendResult> {
    this.send(mail);
    return Promise.resolve("taken");
  }

  due(): void {}

  /** Returns the six-digit code from an address's newest email. Throws if the email has none. */
  codeFor(email: string): string {
    const mail = this.sent.findLast(({ to }) => to === email);
    const code = mail && /^code (\d{6})$/.exec(mail.summary)?.[1];
    if (!code) throw new Error(`No code was mailed to ${email}.`);
    return code;
  }
}

/** The services that operations need in a test: a separate database, a clock, and an inspectable mailer. */
export interface World extends AsyncDisposable {
  services: Services;
  database: Database;
  clock: TestClock;
  mailer: TestMailer;
  /** The errors that the program logged as its own. A passing test has none. */
  mistakes: unknown[];
  /** The world that this one is a copy of, with people in it. */
  copyOf: Pages | undefined;
}

export interface WorldOptions extends Partial<Services["settings"]> {
  /** The database's location, by default in memory. */
  databaseUrl?: string;
  /** The initial content of a world in memory, by default nobody. */
  copyOf?: Pages | undefined;
}

/** The public origin of every test server. */
export const testOrigin = "https://backlog.example";

/** The time at which every test starts: a Thursday, in the middle of a working day. */
export const testStart = "2026-03-12T10:00:00.000Z";

/** Creates a new world without people. Anyone can sign up. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const { databaseUrl = ":memory:", copyOf: wanted, ...settings } = options;
  const inMemory = databaseUrl === ":memory:";
  const database = inMemory ? openMemory() : await openDatabase(databaseUrl);
  const copyOf = inMemory ? wanted : undefined;
  const pages = copyOf ?? empty;
  if (inMemory && pages) await writePages(database, pages);
  else await migrate(database);
  if (inMemory && !copyOf) empty ??= await readPages(database);
  const clock = new TestClock(testStart);
  const mailer = new TestMailer();
  const mistakes: unknown[] = [];
  return {
    database,
    clock,
    mailer,
    mistakes,
    copyOf,
    services: {
      database,
      mailer,
      clock: clock.now,
      caches: new Caches(),
      committed: () => {},
      logError: (error) => mistakes.push(error),
      evenAnswerTime: new EvenAnswerTime(() => 0, () => Promise.resolve()),
      settings: {
        signup: "open",
        taskLimit: undefined,
        origin: testOrigin,
        ...settings,
      },
    },
    [Symbol.asyncDispose]: () => database.close(),
  };
}

/** The pages of an empty database in memory, after the first world in this part of the tests has created it. */
let empty: Pages | undefined;

/** Returns whether nothing has happened in a world in memory that is no copy and has no other database. */
export async function isFresh({ database, services, clock, mailer }: World): Promise<boolean> {
  if (services.database !== database || mailer.sent.length > 0) return false;
  if (clock.now().toISOString() !== testStart) return false;
  const { rows } = await sql<{ fresh: number }>`
    select file = '' and not exists (select 1 from users) as fresh
    from pragma_database_list where name = 'main'
  `.execute(database.read);
  return rows[0]!.fresh === 1;
}

/** A person who hasn't authenticated. */
export const nobody: Anonymous = {
  kind: "anonymous",
  interface: "api",
  address: "192.0.2.7",
  network: "192.0.2.7",
  client: "192.0.2.7",
};

/** Runs shared code of operations as an anonymous operation. */
export function inWrite<O>(
  services: Services,
  run: (context: WriteContext<Anonymous>) => Promise<O>,
): Promise<O> {
  const input = z.strictObject({});
  const parts = { name: "test.write", scope: null, input, run };
  return perform(services, nobody, publicOperation(parts), {});
}
