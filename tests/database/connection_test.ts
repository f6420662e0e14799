import assert from "node:assert/strict";
import { sql } from "kysely";
import type { Database } from "../../server/database/open.ts";
import { openDatabase, openFileAlone } from "../../server/database/open.ts";
import { emptyDatabase, notesDatabase } from "../support/database.ts";
import { temporaryFolder } from "../support/folder.ts";

type Row = Record<string, unknown>;

async function pragma(database: Database, side: "read" | "write", name: string) {
  const query = sql.raw<Row>(`pragma ${name}`);
  const { rows } = side === "read"
    ? await query.execute(database.read)
    : await database.write((tx) => query.execute(tx));
  return Object.values(rows[0] ?? {})[0];
}

Deno.test("both connections check foreign keys, sync fully, never block, and use write-ahead logging", async () => {
  await using open = await emptyDatabase();
  for (const side of ["read", "write"] as const) {
    assert.equal(await pragma(open.database, side, "foreign_keys"), 1, side);
    assert.equal(await pragma(open.database, side, "synchronous"), 2, side);
    const waits = await pragma(open.database, side, "busy_timeout");
    assert.equal(waits, side === "read" ? 250 : 0, side);
    assert.equal(await pragma(open.database, side, "journal_mode"), "wal", side);
  }
});

Deno.test("a row that refers to a missing row is refused", async () => {
  await using open = await notesDatabase();
  const { database } = open;
  await database.write((tx) =>
    sql`create table replies (note_id integer references notes (id)) strict`.execute(tx)
  );
  await assert.rejects(
    database.write((tx) => sql`insert into replies values (7)`.execute(tx)),
    /FOREIGN KEY/,
  );
});

Deno.test("booleans, null, bytes, large numbers, and every script keep their values", async () => {
  await using open = await emptyDatabase();
  const bytes = new Uint8Array([0, 1, 255]);
  const values = [true, false, undefined, null, bytes, 9007199254740991, "日本 עברית 🧭 é"];
  const { rows } = await sql<Row>`
    select ${values[0]} as a, ${values[1]} as b, ${values[2]} as c, ${values[3]} as d,
      ${values[4]} as e, ${values[5]} as f, ${values[6]} as g
  `.execute(open.database.read);
  const row = rows[0]!;
  assert.deepEqual([row.a, row.b, row.c, row.d], [1, 0, null, null]);
  assert.deepEqual([...new Uint8Array(row.e as ArrayBuffer)], [...bytes]);
  assert.deepEqual([row.f, row.g], values.slice(5));
});

Deno.test("a value that SQLite can't store is refused, and the connection still works", async () => {
  await using open = await emptyDatabase();
  for (const value of [new Date(0), { a: 1 }, ["a"], Symbol("a")]) {
    await assert.rejects(sql`select ${value} as a`.execute(open.database.read), TypeError);
  }
  assert.equal((await sql<Row>`select 1 as a`.execute(open.database.read)).rows[0]?.a, 1);
});

Deno.test("a write returns the number of changed rows", async () => {
  await using open = await notesDatabase();
  const changed = await open.database.write(async (tx) => {
    await sql`insert into notes (text) values ('a'), ('b'), ('c')`.execute(tx);
    return (await sql`update notes set text = 'd' where id > 1`.execute(tx)).numAffectedRows;
  });
  assert.equal(changed, 2n);
});

Deno.test("more statements than the connection's cache still give correct results", async () => {
  await using open = await emptyDatabase();
  const read = open.database.read;
  for (let n = 0; n < 900; n++) {
    const { rows } = await sql.raw<Row>(`select ${n % 450} as n`).execute(read);
    assert.equal(rows[0]?.n, n % 450);
  }
});

Deno.test("reads of an in-memory database see its writes", async () => {
  const database = await openDatabase(":memory:");
  await database.write((tx) => sql`create table notes (text text) strict`.execute(tx));
  await database.write((tx) => sql`insert into notes values ('kept')`.execute(tx));
  const { rows } = await sql<Row>`select text from notes`.execute(database.read);
  assert.equal(rows[0]?.text, "kept");
  await database.close();
});

Deno.test({
  name: "only the owner can read a new database and its companion files",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using folder = await temporaryFolder();
    const modeOf = (path: string) => Deno.statSync(folder.file(path)).mode! & 0o777;
    const database = await openDatabase(`file:${folder.file("data/backlog.db")}`);
    await database.write((tx) => sql`create table notes (id integer)`.execute(tx));
    assert.equal(modeOf("data"), 0o700);
    const files = [...Deno.readDirSync(folder.file("data"))].map(({ name }) => name).sort();
    assert.deepEqual(files, ["backlog.db", "backlog.db-shm", "backlog.db-wal"]);
    for (const file of files) assert.equal(modeOf(`data/${file}`), 0o600, file);
    await database.close();
    await openFileAlone(folder.file("alone/backlog.db")).close();
    assert.deepEqual([modeOf("alone"), modeOf("alone/backlog.db")], [0o700, 0o600]);
  },
});

Deno.test({
  name: "an existing database keeps its permissions",
  ignore: Deno.build.os === "windows",
  async fn() {
    await using folder = await temporaryFolder();
    const path = folder.file("backlog.db");
    await (await openDatabase(`file:${path}`)).close();
    Deno.chmodSync(path, 0o640);
    await (await openDatabase(`file:${path}`)).close();
    assert.equal(Deno.statSync(path).mode! & 0o777, 0o640);
  },
});
