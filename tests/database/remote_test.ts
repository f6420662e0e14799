import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import { migrate } from "../../server/database/migrate.ts";
import { DatabaseError } from "../../server/database/engine.ts";
import { type Database, isServer, openDatabase } from "../../server/database/open.ts";
import { requireUsable, troubleWithServer } from "../../server/database/server_trial.ts";
import { notes, ownTable } from "../support/database.ts";
import { temporaryFolder } from "../support/folder.ts";
import { startLibsqlServer } from "../support/libsql_server.ts";

/** Runs a test against a libSQL server of its own, reached over HTTP as a remote one is. */
async function withServer(test: (database: Database, tokens: (string | null)[]) => Promise<void>) {
  await using folder = await temporaryFolder();
  await using server = startLibsqlServer(folder.file("remote.db"));
  const database = await openDatabase(server.url, "a-database-token");
  try {
    await database.write(async (tx) => {
      await ownTable.execute(tx);
      await sql`create table notes (id integer primary key, text text) strict`.execute(tx);
    });
    await test(database, server.tokens);
  } finally {
    await database.close();
  }
}

const add = (database: Database, text: string | null) =>
  database.write((tx) => sql`insert into notes (text) values (${text})`.execute(tx));

Deno.test("a database in memory or in a file doesn't count as a libSQL server", () => {
  for (const url of [":memory:", "file::memory:", "file:data.db", "file:///data.db"]) {
    assert.equal(isServer(url), false, url);
  }
  assert.equal(isServer("https://db.example.com"), true);
});

Deno.test("a libSQL server stores writes and returns them in order", () =>
  withServer(async (database, tokens) => {
    const texts = ["one", null, "日本 🧭", "it's"];
    await Promise.all(texts.map((text) => add(database, text)));
    assert.deepEqual(await notes(database), texts);
    assert.ok(tokens.every((token) => token === "Bearer a-database-token"));
  }));

Deno.test("a failed write on a libSQL server leaves no changes, and the next write succeeds", () =>
  withServer(async (database) => {
    const failed = database.write(async (tx) => {
      await sql`insert into notes (text) values ('half')`.execute(tx);
      await sql`insert into nowhere values (1)`.execute(tx);
    });
    await assert.rejects(failed, /nowhere/);
    assert.deepEqual(await notes(database), []);
    await add(database, "next");
    assert.deepEqual(await notes(database), ["next"]);
  }));

Deno.test("a reader of a libSQL server doesn't see uncommitted changes", () =>
  withServer(async (database) => {
    await database.write(async (tx) => {
      await sql`insert into notes (text) values ('pending')`.execute(tx);
      assert.deepEqual(await notes(database), []);
      const own = await sql<{ n: number }>`select count(*) as n from notes`.execute(tx);
      assert.equal(own.rows[0]?.n, 1);
    });
    assert.deepEqual(await notes(database), ["pending"]);
  }));

Deno.test("a libSQL server is migrated like a file", () =>
  withServer(async (database) => {
    await database.write((tx) => sql`drop table notes`.execute(tx));
    assert.deepEqual(await migrate(database), migrations.map(({ name }) => name));
    assert.deepEqual(await migrate(database), []);
  }));

Deno.test("Backlog doesn't start on a libSQL server that rejects its reads or writes, and gives the reason", async () => {
  const troubles: [rejects: RegExp | undefined, says: RegExp | undefined][] = [
    [undefined, undefined],
    [
      /json_group_array\(l\.name order by/,
      /^The libSQL server rejects a statement that reads tasks: /,
    ],
    [/^update schema_migrations/, /^The libSQL server rejects writes: /],
  ];
  for (const [rejects, says] of troubles) {
    await using folder = await temporaryFolder();
    await using server = startLibsqlServer(folder.file("remote.db"), rejects);
    const database = await openDatabase(server.url);
    await migrate(database);
    const trouble = await troubleWithServer(database, server.url);
    if (says === undefined) assert.equal(trouble, undefined);
    else {
      assert.match(trouble!.detail, says);
      await assert.rejects(requireUsable(database, server.url), DatabaseError);
    }
    assert.equal(await troubleWithServer(database, "file:./data/backlog.db"), undefined);
    await database.close();
  }
});

Deno.test("an unreachable libSQL server fails reads and writes, and the database can be closed", async () => {
  await using folder = await temporaryFolder();
  const server = startLibsqlServer(folder.file("remote.db"));
  await server[Symbol.asyncDispose]();
  const database = await openDatabase(server.url);
  await assert.rejects(database.write((tx) => sql`select 1`.execute(tx)));
  await assert.rejects(sql`select 1`.execute(database.read));
  await database.close();
});
