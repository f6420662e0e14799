import assert from "node:assert/strict";
import { sql } from "kysely";
import type { Engine } from "../../server/database/engine.ts";
import { type Database, openDatabase } from "../../server/database/open.ts";
import { WriteQueue } from "../../server/database/queue.ts";
import { notes, notesDatabase } from "../support/database.ts";

const add = (database: Database, text: string) =>
  database.write((tx) => sql`insert into notes (text) values (${text})`.execute(tx));

Deno.test("writes that arrive together are all stored, in order of arrival", async () => {
  await using open = await notesDatabase();
  const texts = Array.from({ length: 320 }, (_, n) => `note ${n}`);
  await Promise.all(texts.map((text) => add(open.database, text)));
  assert.deepEqual(await notes(open.database), texts);
});

Deno.test("a failed write rolls back only its own changes", async () => {
  await using open = await notesDatabase();
  const outcomes = await Promise.allSettled([
    add(open.database, "before"),
    open.database.write(async (tx) => {
      await sql`insert into notes (text) values ('half')`.execute(tx);
      throw new Error("no more of this");
    }),
    open.database.write((tx) => sql`insert into nowhere values (1)`.execute(tx)),
    add(open.database, "after"),
  ]);
  assert.deepEqual(outcomes.map((outcome) => outcome.status), [
    "fulfilled",
    "rejected",
    "rejected",
    "fulfilled",
  ]);
  assert.match(String((outcomes[1] as PromiseRejectedResult).reason), /no more of this/);
  assert.deepEqual(await notes(open.database), ["before", "after"]);
});

Deno.test("a write that fails before any change doesn't restart its group", async () => {
  await using open = await notesDatabase();
  let runs = 0;
  const outcomes = await Promise.allSettled([
    open.database.write((tx) => {
      runs++;
      return sql`insert into notes (text) values ('kept')`.execute(tx);
    }),
    open.database.write(async (tx) => {
      await sql`select * from notes`.execute(tx);
      await sql`delete from notes where text = 'nobody'`.execute(tx);
      throw new Error("refused");
    }),
  ]);
  assert.deepEqual(outcomes.map((outcome) => outcome.status), ["fulfilled", "rejected"]);
  assert.equal(runs, 1);
  assert.deepEqual(await notes(open.database), ["kept"]);
});

Deno.test("a write that fails halfway restarts its group, and each write is settled once", async () => {
  await using open = await notesDatabase();
  const runs = { first: 0, half: 0, last: 0 };
  const counted = (name: keyof typeof runs) =>
    open.database.write(async (tx) => {
      runs[name]++;
      await sql`insert into notes (text) values (${`${name} ${runs[name]}`})`.execute(tx);
      if (name === "half") throw new Error("half done");
      return runs[name];
    });
  const outcomes = await Promise.allSettled([counted("first"), counted("half"), counted("last")]);
  assert.deepEqual(outcomes.map((outcome) => outcome.status), [
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
  assert.equal((outcomes[0] as PromiseFulfilledResult<number>).value, 2, "of its second run");
  assert.deepEqual(runs, { first: 2, half: 2, last: 1 });
  assert.deepEqual(await notes(open.database), ["first 2", "last 1"]);
});

Deno.test("a failed statement restarts its group, because the statement might have done half of its work", async () => {
  await using open = await notesDatabase();
  let runs = 0;
  const outcomes = await Promise.allSettled([
    open.database.write((tx) => {
      runs++;
      return sql`insert into notes (text) values ('kept')`.execute(tx);
    }),
    // `or fail` keeps the rows before the one that it fails at. https://sqlite.org/lang_conflict.html
    open.database.write((tx) =>
      sql`insert or fail into notes values (70, 'half'), (70, 'again')`.execute(tx)
    ),
  ]);
  assert.deepEqual(outcomes.map((outcome) => outcome.status), ["fulfilled", "rejected"]);
  assert.equal(runs, 2);
  assert.deepEqual(await notes(open.database), ["kept"]);
});

Deno.test("a restarted group settles no write before its commit, which can fail", async () => {
  await using open = await notesDatabase();
  const { database } = open;
  await database.write((tx) => repliesAtCommit(tx));
  const group = await Promise.allSettled([
    add(database, "in the same commit"),
    database.write((tx) => sql`insert into replies values (99)`.execute(tx)),
    database.write(async (tx) => {
      await sql`insert into notes (text) values ('half')`.execute(tx);
      throw new Error("half done");
    }),
  ]);
  assert.deepEqual(group.map((outcome) => outcome.status), ["rejected", "rejected", "rejected"]);
  assert.deepEqual(await notes(database), []);
  await add(database, "later");
  assert.deepEqual(await notes(database), ["later"]);
});

/** A table whose rows SQLite holds to their notes no sooner than at the commit. */
const repliesAtCommit = (tx: Parameters<Parameters<Database["write"]>[0]>[0]) =>
  sql`create table replies (
    note_id integer references notes (id) deferrable initially deferred
  ) strict`.execute(tx);

Deno.test("a write that fails halfway and is the only one in its commit doesn't run again", async () => {
  await using open = await notesDatabase();
  let runs = 0;
  const alone = open.database.write(async (tx) => {
    runs++;
    await sql`insert into notes (text) values ('half')`.execute(tx);
    throw new Error("half done");
  });
  await assert.rejects(alone, /half done/);
  assert.equal(runs, 1);
  assert.deepEqual(await notes(open.database), []);
});

Deno.test("a write returns the result of its work", async () => {
  await using open = await notesDatabase();
  assert.equal(await open.database.write(() => Promise.resolve(42)), 42);
});

Deno.test("a reader never sees uncommitted changes, but the writer does", async () => {
  await using open = await notesDatabase();
  const { database } = open;
  await database.write(async (tx) => {
    await sql`insert into notes (text) values ('pending')`.execute(tx);
    assert.deepEqual(await notes(database), []);
    const own = await sql<{ n: number }>`select count(*) as n from notes`.execute(tx);
    assert.equal(own.rows[0]?.n, 1);
  });
  assert.deepEqual(await notes(database), ["pending"]);
});

Deno.test("an acknowledged write is in the file, where another connection reads it immediately", async () => {
  await using open = await notesDatabase();
  const other = await openDatabase(open.url);
  await add(open.database, "answered");
  assert.deepEqual(await notes(other), ["answered"]);
  await other.close();
});

Deno.test("a write that starts another write neither waits for it nor loses it", async () => {
  await using open = await notesDatabase();
  let second: Promise<unknown> | undefined;
  await open.database.write(async (tx) => {
    second = add(open.database, "second");
    await sql`insert into notes (text) values ('first')`.execute(tx);
  });
  await second;
  assert.deepEqual(await notes(open.database), ["first", "second"]);
});

Deno.test("a failed commit rejects every write of its group, and later writes succeed", async () => {
  await using open = await notesDatabase();
  const { database } = open;
  await database.write((tx) => repliesAtCommit(tx));
  const group = await Promise.allSettled([
    add(database, "in the same commit"),
    database.write((tx) => sql`insert into replies values (99)`.execute(tx)),
  ]);
  assert.deepEqual(group.map((outcome) => outcome.status), ["rejected", "rejected"]);
  assert.deepEqual(await notes(database), []);
  await add(database, "later");
  assert.deepEqual(await notes(database), ["later"]);
});

Deno.test("a transaction that can't be opened rejects one write, and the others succeed", async () => {
  let begins = 0;
  const engine: Engine = {
    reader: { execute: () => ({ rows: [], changes: 0 }) },
    group: 64,
    begin() {
      if (begins++ === 0) throw new Error("the disk is gone");
      return {
        execute: () => ({ rows: [], changes: 0 }),
        commit: () => {},
        rollback: () => {},
      };
    },
    stamp: () => undefined,
    commits: () => 0,
    trial: undefined,
    hasFreeSpace: () => Promise.resolve(true),
    close: () => {},
  };
  const queue = new WriteQueue(engine);
  const outcomes = await Promise.allSettled([
    queue.run(() => Promise.resolve("first")),
    queue.run(() => Promise.resolve("second")),
  ]);
  assert.deepEqual(outcomes.map((outcome) => outcome.status), ["rejected", "fulfilled"]);
});

Deno.test("a query on a finished transaction is refused", async () => {
  await using open = await notesDatabase();
  const late = await open.database.write((tx) =>
    Promise.resolve(() => sql`insert into notes (text) values ('late')`.execute(tx))
  );
  await assert.rejects(late, /outside its transaction/);
  assert.deepEqual(await notes(open.database), []);
});

Deno.test("closing waits for the requested writes", async () => {
  await using open = await notesDatabase();
  const other = await openDatabase(open.url);
  const writes = ["one", "two", "three"].map((text) => add(other, text));
  await other.close();
  await Promise.all(writes);
  assert.deepEqual(await notes(open.database), ["one", "two", "three"]);
});
