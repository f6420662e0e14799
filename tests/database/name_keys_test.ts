import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import { migrate } from "../../server/database/migrate.ts";
import { type Database, openDatabase } from "../../server/database/open.ts";
import { nameKey } from "../../server/domain/core/name_key.ts";

const at = (day: number) => `2026-03-${10 + day}T10:00:00.000Z`;

/** Labels as a program left them that told names apart by ASCII's case alone. */
const labels: [id: string, name: string, day: number, archived: boolean][] = [
  ["label_1", "Épic", 1, false],
  ["label_2", "éPIC", 2, false],
  ["label_3", "e\u0301pic", 3, false],
  ["label_4", "ÉPIC 2", 4, false],
  ["label_5", "épic", 5, true],
  ["label_6", `${"Ü".repeat(80)}`, 1, false],
  ["label_7", `${"ü".repeat(80)}`, 2, false],
];

async function older(): Promise<Database> {
  const database = await openDatabase(":memory:");
  const step = migrations.findIndex(({ name }) => name.endsWith("_name_keys"));
  await database.write(async (tx) => {
    for (const migration of migrations.slice(0, step)) await migration.up(tx);
    await sql`insert into workspaces (id, name, created_at) values ('ws_1', 'Acme', ${at(0)})`
      .execute(tx);
    for (const [id, name, day, archived] of labels) {
      await sql`insert into task_labels (id, workspace_id, name, color, created_at, archived_at)
        values (${id}, 'ws_1', ${name}, 'gray', ${at(day)}, ${archived ? at(9) : null})`.execute(
        tx,
      );
    }
    await migrations[step]!.up(tx);
  });
  return database;
}

Deno.test("labels that have become one name are all kept, the oldest under it and the others numbered", async () => {
  const database = await older();
  const { rows } = await sql<{ id: string; name: string; name_key: string }>`
    select id, name, name_key from task_labels order by id`.execute(database.read);
  assert.deepEqual(rows.map(({ id, name }) => [id, name]), [
    ["label_1", "Épic"],
    ["label_2", "éPIC 3"],
    ["label_3", "e\u0301pic 4"],
    ["label_4", "ÉPIC 2"],
    ["label_5", "épic"],
    ["label_6", "Ü".repeat(80)],
    ["label_7", `${"ü".repeat(72)} 2`],
  ]);
  for (const { name, name_key } of rows) assert.equal(name_key, nameKey(name));
  await database.close();
});

Deno.test("the database itself refuses a second record of one key", async () => {
  const database = await openDatabase(":memory:");
  await migrate(database);
  const add = (id: string, name: string) =>
    database.write((tx) =>
      sql`insert into task_labels (id, workspace_id, name, name_key, color, created_at)
        values (${id}, 'ws_1', ${name}, ${nameKey(name)}, 'gray', ${at(1)})`.execute(tx)
    );
  await database.write((tx) =>
    sql`insert into workspaces (id, name, created_at) values ('ws_1', 'Acme', ${at(0)})`.execute(tx)
  );
  await add("label_1", "Épic");
  await assert.rejects(add("label_2", "ÉPIC"), /UNIQUE/);
  await database.close();
});
