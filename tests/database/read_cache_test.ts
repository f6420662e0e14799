import assert from "node:assert/strict";
import { sql } from "kysely";
import { type Database, openDatabase } from "../../server/database/open.ts";
import { ownTable } from "../support/database.ts";
import { temporaryFolder } from "../support/folder.ts";

/** Counts the rows of a table through `cachedReads`, and says how often it was really read. */
function countedReads(database: Database) {
  let reads = 0;
  return {
    reads: () => reads,
    rows: () =>
      database.cachedReads().get("rows", async () => {
        reads++;
        const { rows } = await sql<{ n: number }>`select count(*) as n from things`.execute(
          database.read,
        );
        return rows[0]!.n;
      }),
  };
}

/** Lets no time pass for whoever asks how late it is, until its scope ends. */
function stoppedClocks(): Disposable {
  const { now } = Date;
  const own = performance.now;
  const [moment, since] = [now(), performance.now()];
  Date.now = () => moment;
  performance.now = () => since;
  return {
    [Symbol.dispose]() {
      Date.now = now;
      performance.now = own;
    },
  };
}

/** Says that it is later, in milliseconds, until its scope ends. */
function laterClock(by: number): Disposable {
  const own = performance.now;
  const then = performance.now() + by;
  performance.now = () => then;
  return {
    [Symbol.dispose]() {
      performance.now = own;
    },
  };
}

async function addThing(database: Database): Promise<void> {
  await database.write(async (tx) => {
    await ownTable.execute(tx);
    await sql`create table if not exists things (name text)`.execute(tx);
    await sql`insert into things values ('one')`.execute(tx);
  });
}

Deno.test("a result is read once until this process commits", async () => {
  await using folder = await temporaryFolder();
  for (const url of [":memory:", `file:${folder.file("one.db")}`]) {
    const database = await openDatabase(url);
    await addThing(database);
    const things = countedReads(database);
    assert.deepEqual([await things.rows(), await things.rows(), things.reads()], [1, 1, 1]);
    await addThing(database);
    assert.deepEqual([await things.rows(), things.reads()], [2, 2]);
    await database.close();
  }
});

Deno.test("another process's commit clears the cache", async () => {
  await using folder = await temporaryFolder();
  const url = `file:${folder.file("shared.db")}`;
  const database = await openDatabase(url);
  await addThing(database);
  const things = countedReads(database);
  assert.equal(await things.rows(), 1);
  const other = await openDatabase(url);
  // However short a time an answer were kept for, it would not be over
  using _stopped = stoppedClocks();
  for (const rows of [2, 3, 4]) {
    await addThing(other);
    assert.equal(await things.rows(), rows);
  }
  await other.close();
  await database.close();
});

Deno.test("the latest results are kept until this process commits or checks for other commits", async () => {
  await using folder = await temporaryFolder();
  const url = `file:${folder.file("latest.db")}`;
  const database = await openDatabase(url);
  const other = await openDatabase(url);
  await addThing(database);
  const checked = database.cachedReads();
  assert.equal(database.latestReads(), checked);
  await addThing(other);
  assert.equal(database.latestReads(), checked);
  const again = database.cachedReads();
  assert.notEqual(again, checked);
  assert.equal(database.latestReads(), again);
  await addThing(database);
  assert.notEqual(database.latestReads(), again);
  await other.close();
  await database.close();
});

Deno.test("a missing record isn't cached", async () => {
  const database = await openDatabase(":memory:");
  let asked = 0;
  const nothing = () => database.cachedReads().get("nobody", () => Promise.resolve(void asked++));
  await nothing();
  await nothing();
  assert.equal(asked, 2);
  await database.close();
});

Deno.test("a result read during a commit isn't cached", async () => {
  const database = await openDatabase(":memory:");
  await addThing(database);
  const slow = database.cachedReads().get("slow", async () => {
    await addThing(database);
    await database.cachedReads().get("other", () => Promise.resolve(1));
    return "old";
  });
  assert.equal(await slow, "old");
  assert.equal(await database.cachedReads().get("slow", () => Promise.resolve("new")), "new");
  await database.close();
});

Deno.test("new connections clear the cache, whatever their commit counters", async () => {
  await using folder = await temporaryFolder();
  const database = await openDatabase(`file:${folder.file("renewed.db")}`);
  await addThing(database);
  const things = countedReads(database);
  assert.equal(await things.rows(), 1);
  for (const rows of [2, 3]) {
    // Fails as on a disk that was read-only, after which the next write opens the file anew
    await assert.rejects(database.write(async (tx) => {
      await sql`pragma query_only = on`.execute(tx);
      await sql`insert into things values ('none')`.execute(tx);
    }));
    using _late = laterClock(rows * 60_000);
    await addThing(database);
    assert.equal(await things.rows(), rows);
  }
  await database.close();
});
