import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import { migrateWorkspace } from "../../server/database/migrate.ts";
import type { Database } from "../../server/database/open.ts";
import { emptyDatabase } from "../support/database.ts";

const step = migrations.findIndex(({ name }) => name.endsWith("_inbox"));

/** Two workspaces with a notification each, as the schema before knew them. */
async function notify(database: Database) {
  await database.write(async (tx) => {
    for (const w of ["a", "b"]) {
      await sql`insert into workspaces (id, name, time_zone, created_at)
        values (${`ws_${w}`}, 'Acme', 'UTC', '2026-03-01T10:00:00.000Z')`.execute(tx);
      await sql`insert into notifications (id, workspace_id, recipient_id, kind, subject_kind,
        subject_id, data, created_at) values (${`note_${w}`}, ${`ws_${w}`}, 'prof_1', 'mention',
        'task', ${`task_${w}`}, '{}', '2026-03-01T10:00:00.000Z')`.execute(tx);
    }
  });
}

async function reasons({ read }: Database): Promise<string[]> {
  const { rows } = await sql<{ reason: string }>`select reason from notifications order by id`
    .execute(read);
  return rows.map(({ reason }) => reason);
}

Deno.test("the migration shows each entry with its newest notification", async () => {
  await using open = await emptyDatabase();
  const { database } = open;
  await database.write(async (tx) => {
    for (const { up } of migrations.slice(0, step)) await up(tx);
  });
  await notify(database);
  await database.write(async (tx) => {
    for (const { up } of migrations.slice(step)) await up(tx);
  });
  assert.deepEqual(await reasons(database), ["mention", "mention"]);
});

Deno.test("importing an older export migrates notifications only in the imported workspace", async () => {
  await using open = await emptyDatabase();
  const { database } = open;
  await database.write(async (tx) => {
    for (const { up } of migrations) await up(tx);
  });
  await notify(database);
  await database.write((tx) => migrateWorkspace(tx, "ws_a", step));
  assert.deepEqual(await reasons(database), ["mention", ""]);
});
