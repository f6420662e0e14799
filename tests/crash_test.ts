import assert from "node:assert/strict";
import { sql } from "kysely";
import { openDatabase } from "../server/database/open.ts";
import { killUnderWriters } from "./support/durability/kill.ts";
import { temporaryFolder } from "./support/folder.ts";

/** What must hold of a file whatever happened to its process. */
async function requireSound(databaseUrl: string) {
  const database = await openDatabase(databaseUrl);
  const one = async (query: string) =>
    Object.values((await sql.raw<Record<string, unknown>>(query).execute(database.read)).rows[0]!);
  assert.deepEqual(await one("pragma integrity_check"), ["ok"]);
  const orphans = await sql`pragma foreign_key_check`.execute(database.read);
  assert.deepEqual(orphans.rows, []);
  const [tasks, last, next] = await one(
    "select count(*), max(number), (select next_number - 1 from teams) from tasks",
  );
  assert.deepEqual([last, next], [tasks, tasks], "a number was lost or given twice");
  const [made, documents, labels, counted] = await one(`select
    (select count(*) from activity where kind = 'task.created'),
    (select count(*) from search_documents where kind = 'task'), (select count(*) from task_label_links),
    (select sum(task_count) from teams)`);
  assert.deepEqual([made, documents, labels, counted], [tasks, tasks, tasks, tasks]);
  await database.close();
}

Deno.test("repeated kill -9 with 16 concurrent writers loses no acknowledged write", async () => {
  await using folder = await temporaryFolder();
  const databaseUrl = `file:${folder.file("backlog.db")}`;
  const found = await killUnderWriters(databaseUrl, [37, 150, 400]);
  assert.deepEqual(found.lost, [], "answered, then lost");
  await requireSound(databaseUrl);
});
