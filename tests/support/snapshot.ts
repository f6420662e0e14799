import assert from "node:assert/strict";
import { sql } from "kysely";
import type { Database } from "../../server/database/open.ts";

type Snapshot = Record<string, unknown[]>;

/** Every row of every table, as a test compares them; the search index is left to its documents. */
export async function snapshot(database: Database): Promise<Snapshot> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master
    where type = 'table' and name not like 'search_index%' and name not like 'sqlite_%'
    order by name
  `.execute(database.read);
  const tables: Snapshot = {};
  for (const { name } of rows) {
    tables[name] = (await sql.raw(`select * from ${name}`).execute(database.read)).rows;
  }
  return tables;
}

/** The same, but for when a token or session was last used. */
export async function trail(database: Database): Promise<Snapshot> {
  const tables = await snapshot(database);
  const unused = (rows: unknown[] = []) =>
    rows.map((row) => ({ ...Object(row), last_used_at: null, last_seen_at: null }));
  return {
    ...tables,
    credentials: unused(tables.credentials),
    sessions: unused(tables.sessions),
  };
}

/** Runs something and holds that it changed no table but those named. */
export async function changesOnly(
  database: Database,
  allowed: string[],
  work: () => Promise<unknown>,
): Promise<void> {
  const before = await snapshot(database);
  await work();
  const after = await snapshot(database);
  for (const table of allowed) {
    delete before[table];
    delete after[table];
  }
  assert.deepEqual(after, before);
}
