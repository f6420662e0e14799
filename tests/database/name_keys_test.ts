import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrate } from "../../server/database/migrate.ts";
import { openDatabase } from "../../server/database/open.ts";
import { nameKey } from "../../server/domain/core/name_key.ts";
import { populateAll, rows } from "../cli/support/populated.ts";
import { createWorld } from "../support/world.ts";

const at = (day: number) => `2026-03-${10 + day}T10:00:00.000Z`;

Deno.test("records of a kind have unique names, except archived ones", async () => {
  await using world = await createWorld();
  await populateAll(world);
  const { database } = world;
  const tables = await rows(
    database,
    `select m.name as "table", group_concat(c.name) as columns
      from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table'
      group by m.name having sum(c.name = 'name_key') > 0`,
  );
  assert.equal(tables.length, 6);
  for (const { table, columns } of tables) {
    const others = String(columns).split(",").filter((one) => !/^(id|archived_at)$/.test(one));
    const copy = (id: string, archived: string) =>
      database.write((tx) =>
        sql.raw(
          `insert into ${table} (id, archived_at, ${others}) select '${id}', ${archived}, ${others}
          from ${table} where archived_at is null limit 1`,
        ).execute(tx)
      );
    await copy("archived_1", `'${at(1)}'`);
    await copy("archived_2", `'${at(2)}'`);
    await assert.rejects(copy("second", "null"), /UNIQUE/, String(table));
  }
});

Deno.test("the database refuses a second record with the same key", async () => {
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
