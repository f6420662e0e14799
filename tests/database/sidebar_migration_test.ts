import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import { migrateWorkspace } from "../../server/database/migrate.ts";
import type { Database } from "../../server/database/open.ts";
import { emptyDatabase } from "../support/database.ts";

const step = migrations.findIndex(({ name }) => name.endsWith("_sidebar"));
const at = (day: number) => `2026-03-0${day}T10:00:00.000Z`;

/** Two people with favorites, as the schema before knew them: no order but when each was pinned. */
async function pin(database: Database) {
  await database.write(async (tx) => {
    for (const w of ["a", "b"]) {
      await sql`insert into workspaces (id, name, time_zone, created_at)
        values (${`ws_${w}`}, 'Acme', 'UTC', ${at(1)})`.execute(tx);
      await sql`insert into profiles (id, workspace_id, kind, name, username, created_at)
        values (${`prof_${w}`}, ${`ws_${w}`}, 'human', 'Ada', 'ada', ${at(1)})`.execute(tx);
      for (const [id, day] of [["task_x", 2], ["task_y", 4], ["task_z", 3], ["task_w", 2]]) {
        await sql`insert into favorites (profile_id, kind, subject_id, created_at)
          values (${`prof_${w}`}, 'task', ${id}, ${at(Number(day))})`.execute(tx);
      }
    }
  });
}

async function order({ read }: Database, profile: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select subject_id as id from favorites
    where profile_id = ${profile} order by position desc`.execute(read);
  return rows.map(({ id }) => id.slice(5)).join(" ");
}

Deno.test("the migration keeps the order of favorites, newest first", async () => {
  await using open = await emptyDatabase();
  const { database } = open;
  await database.write(async (tx) => {
    for (const { up } of migrations.slice(0, step)) await up(tx);
  });
  await pin(database);
  await database.write(async (tx) => {
    for (const { up } of migrations.slice(step)) await up(tx);
  });
  for (const profile of ["prof_a", "prof_b"]) {
    assert.equal(await order(database, profile), "y z x w");
  }
  const { rows } = await sql`select distinct position from favorites`.execute(database.read);
  assert.equal(rows.length, 4);
});

Deno.test("an import of an older export orders only the imported workspace's favorites", async () => {
  await using open = await emptyDatabase();
  const { database } = open;
  await database.write(async (tx) => {
    for (const { up } of migrations) await up(tx);
  });
  await pin(database);
  await database.write((tx) => migrateWorkspace(tx, "ws_a", step));
  assert.equal(await order(database, "prof_a"), "y z x w");
  const { rows } = await sql<{ n: number }>`select distinct position as n from favorites
    where profile_id = 'prof_b'`.execute(database.read);
  assert.deepEqual(rows, [{ n: 0 }]);
});
