import assert from "node:assert/strict";
import { sql } from "kysely";
import type { Database } from "../../server/database/open.ts";

type Snapshot = Record<string, unknown[]>;

/**
 * Returns every row of every table for comparison, except the search index. A table is read as a single value, because
 * reading rows one by one is several times slower.
 */
export async function snapshot(database: Database): Promise<Snapshot> {
  const { rows } = await sql.raw<Record<string, string>>(await statementFor(database))
    .execute(database.read);
  const tables = Object.entries(rows[0]!).map(([name, text]) => [name, JSON.parse(text)]);
  return Object.fromEntries(tables);
}

/**
 * The queries that read a whole database, by database, because querying column names is slower than reading the rows.
 */
const statements = new WeakMap<Database, string>();

async function statementFor(database: Database): Promise<string> {
  const known = statements.get(database);
  if (known) return known;
  const { rows } = await sql<{ name: string; fields: string }>`
    select m.name, group_concat(format('%Q, "%w"', c.name, c.name)) as fields
    from sqlite_master m, pragma_table_info(m.name) c
    where m.type = 'table' and m.name not like 'search_index%' and m.name not like 'sqlite_%'
    group by m.name order by m.name
  `.execute(database.read);
  const tables = rows.map(({ name, fields }) =>
    `(select json_group_array(json_object(${fields})) from ${name}) as ${name}`
  );
  const statement = `select ${tables.join()}`;
  statements.set(database, statement);
  return statement;
}

/** The same without the times at which tokens and sessions were last used. */
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

/** Runs a function, and asserts that it changed only the named tables. */
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
