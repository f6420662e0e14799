import assert from "node:assert/strict";
import { sql } from "kysely";
import { importLines } from "../../../cli/operator/transfer/import_lines.ts";
import { migrate, SCHEMA_VERSION } from "../../../server/database/migrate.ts";
import { openDatabase, openFileAlone } from "../../../server/database/open.ts";
import { createWorld } from "../../support/world.ts";
import { each, emptyServer, linesOf, populateAll } from "../support/populated.ts";
import { change, type Machine, makeMachine } from "../support/operator.ts";

const refusal =
  /^(?:The database|\S+\.db) is from before Backlog's first release\. Export .* \("backlog export"\), and import .* \("backlog import"\)\.\n$/;

/** Creates a database as the last program before the first release left it: these tables, after 24 migrations. */
async function makeOfBefore({ database: file, run }: Machine) {
  assert.equal((await run(["seed", "--tasks", "3"])).code, 0);
  const steps = Array.from({ length: 24 }, (_, at) => {
    const number = String(at + 1).padStart(4, "0");
    return `(${at + 1}, '${number}_${at === 0 ? "first_walk" : "more"}', '')`;
  });
  await change(
    file,
    "delete from schema_migrations",
    `insert into schema_migrations values ${steps}`,
  );
}

/** Returns the whole content of a file: its tables and their rows. */
async function allIn(file: string): Promise<string> {
  const database = openFileAlone(file);
  const { rows: tables } = await sql<{ name: string }>`
    select name, sql from sqlite_master order by type, name`.execute(database.read);
  const all: unknown[] = [tables];
  for (const { name } of tables.filter(({ name }) => !name.startsWith("search_index"))) {
    const isTable = await sql`select 1 from pragma_table_list where name = ${name}`.execute(
      database.read,
    );
    if (isTable.rows.length === 0) continue;
    all.push((await sql`select * from ${sql.table(name)}`.execute(database.read)).rows);
  }
  await database.close();
  return JSON.stringify(all);
}

Deno.test("every command refuses a database from before the first release, and doesn't change it", async () => {
  await using machine = await makeMachine();
  await makeOfBefore(machine);
  const before = await allIn(machine.database);
  const file = `${machine.folder}/acme.jsonl`;
  Deno.writeTextFileSync(file, "{}");
  const names = machine.names();
  for (
    const words of [
      ["serve", "--port", "0"],
      ["migrate"],
      ["seed", "--tasks", "1"],
      ["otp", "ada@example.com"],
      ["export"],
      ["import", file],
      ["import", "--dry-run", file],
      ["backup", `${machine.folder}/copy.db`],
    ]
  ) {
    const { code, stdout, stderr } = await machine.run(words);
    assert.deepEqual([code, stdout], [1, ""], words.join(" "));
    assert.match(stderr, refusal, words.join(" "));
  }
  assert.equal(await allIn(machine.database), before);
  assert.deepEqual(machine.names(), names);
});

Deno.test("a backup from before the first release can't replace a database", async () => {
  await using machine = await makeMachine();
  await makeOfBefore(machine);
  const before = await allIn(machine.database);
  const on = `${machine.folder}/new.db`;
  const { code, stderr } = await machine.run(["restore", machine.database], { on });
  assert.equal(code, 1);
  assert.match(stderr, refusal);
  assert.deepEqual(machine.names("new.db"), []);
  assert.equal((await machine.run(["seed", "--tasks", "1"], { on })).code, 0);
  const backup = `${machine.folder}/copy.db`;
  assert.equal((await machine.run(["backup", backup], { on })).code, 0);
  assert.match((await machine.run(["restore", backup])).stderr, /contains data\. Use --force/);
  assert.equal(await allIn(machine.database), before);
});

Deno.test("doctor explains how to move a database from before the first release", async () => {
  await using machine = await makeMachine();
  await makeOfBefore(machine);
  const before = await allIn(machine.database);
  const { code, stdout } = await machine.run(["doctor", "--fix"]);
  assert.equal(code, 1);
  const { findings } = JSON.parse(stdout);
  const { state, detail, next } = findings.find((one: { check: string }) => one.check === "Schema");
  assert.deepEqual([state, detail], [
    "problem",
    "The database is from before Backlog's first release.",
  ]);
  assert.match(next, /^Export .* import them into a new database .*\.$/);
  assert.equal(await allIn(machine.database), before);
});

Deno.test("a database with a single migration from before the first release is also refused", async () => {
  const database = await openDatabase(":memory:");
  await database.write(async (tx) => {
    await sql`create table schema_migrations (
      version integer primary key, name text not null, ran_at text not null) strict`.execute(tx);
    await sql`insert into schema_migrations values (1, '0001_first_walk', '')`.execute(tx);
  });
  await assert.rejects(migrate(database), {
    name: "DatabaseError",
    message: /first release\. Export .* import/,
  });
  await database.close();
});

/** Returns an export with the given header. */
async function headed(header: { version: number; schemaVersion: number }): Promise<string[]> {
  await using world = await createWorld();
  const { workspaceId } = await populateAll(world);
  const [first, ...records] = await linesOf(world.database, workspaceId);
  return [JSON.stringify({ ...JSON.parse(first!), ...header }), ...records];
}

const now = new Date("2026-03-18T15:00:00.000Z");

Deno.test("the last exports from before the first release can be imported, with a row of every table", async () => {
  const lines = await headed({ version: 1, schemaVersion: 24 });
  const database = await emptyServer();
  await importLines(database, each(lines), { dryRun: false, now });
  const [, ...records] = await linesOf(database);
  assert.deepEqual(records, lines.slice(1));
  await database.close();
});

Deno.test("an export with an unknown schema is refused, with both version numbers", async () => {
  const database = await emptyServer();
  for (
    const header of [
      { version: 1, schemaVersion: 25 },
      { version: 2, schemaVersion: SCHEMA_VERSION + 1 },
      { version: 3, schemaVersion: 1 },
    ]
  ) {
    const lines = await headed(header);
    await assert.rejects(
      importLines(database, each(lines), { dryRun: false, now }),
      {
        message: /^Line 1 is from a newer version of Backlog\. Use that version for this import\. /,
      },
    );
  }
  await database.close();
});
