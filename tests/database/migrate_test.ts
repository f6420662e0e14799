import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import { DatabaseError } from "../../server/database/engine.ts";
import { migrate, SCHEMA_VERSION, schemaVersion } from "../../server/database/migrate.ts";
import { openDatabase } from "../../server/database/open.ts";
import { emptyDatabase } from "../support/database.ts";
import { temporaryFolder } from "../support/folder.ts";
import { repository } from "../support/source.ts";

Deno.test("a new database is at version 0, and every migration runs once and in order", async () => {
  await using open = await emptyDatabase();
  assert.equal(await schemaVersion(open.database), 0);
  assert.deepEqual(await migrate(open.database), migrations.map(({ name }) => name));
  assert.equal(await schemaVersion(open.database), SCHEMA_VERSION);
  assert.deepEqual(await migrate(open.database), []);
});

Deno.test("a migrated database is valid, and its tables refuse wrong types", async () => {
  await using open = await emptyDatabase();
  await migrate(open.database);
  const read = open.database.read;
  const check = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(read);
  assert.equal(check.rows[0]?.integrity_check, "ok");
  const loose = await sql<{ name: string }>`
    select name from pragma_table_list
    where type = 'table' and strict = 0 and name not like 'sqlite_%'
  `.execute(read);
  assert.deepEqual(loose.rows, []);
});

Deno.test("a database of a newer program is refused in one sentence, and isn't changed", async () => {
  await using open = await emptyDatabase();
  await migrate(open.database);
  const newer = SCHEMA_VERSION + 1;
  await open.database.write((tx) =>
    sql`insert into schema_migrations values (${newer}, 'later', '2030-01-01')`.execute(tx)
  );
  await assert.rejects(migrate(open.database), (error: Error) => {
    assert.ok(error instanceof DatabaseError);
    assert.match(
      error.message,
      new RegExp(`version ${newer}.*supports ${SCHEMA_VERSION}\\. Use the `),
    );
    return !error.message.includes("\n");
  });
  assert.equal(await schemaVersion(open.database), newer);
});

Deno.test("programs that create and migrate the same file at the same time all succeed", async () => {
  await using folder = await temporaryFolder();
  const url = `file:${folder.file("backlog.db")}`;
  const answers = await Promise.all([1, 2, 3].map(() => migrateElsewhere(url)));
  const ran = answers.flatMap((answer) => JSON.parse(answer) as string[]);
  // Each ran once, whoever ran it.
  assert.deepEqual(ran.toSorted(), migrations.map(({ name }) => name).toSorted());
  const database = await openDatabase(url);
  assert.equal(await schemaVersion(database), SCHEMA_VERSION);
  await database.close();
});

async function migrateElsewhere(url: string): Promise<string> {
  const script = `
    import { openDatabase } from "./server/database/open.ts";
    import { migrate } from "./server/database/migrate.ts";
    const database = await openDatabase(${JSON.stringify(url)});
    console.log(JSON.stringify(await migrate(database)));
    await database.close();
  `;
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--quiet", "--no-check", script],
    cwd: repository,
    stdin: "null",
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

Deno.test("the list of migrations matches the folder's files, numbered from 1 without gaps", () => {
  const folder = new URL("../../migrations/", import.meta.url);
  const files = [...Deno.readDirSync(folder)].map(({ name }) => name)
    .filter((name) => name !== "index.ts").sort();
  const listed = migrations.map(({ name }) => `${name}.ts`);
  assert.deepEqual(listed, files, "migrations/index.ts (actual) and its folder (expected) differ");
  assert.deepEqual(files.map((name) => Number(name.slice(0, 4))), files.map((_, n) => n + 1));
});
