import { type Kysely, sql } from "kysely";
import type { Database } from "../../server/database/open.ts";
import type { Tables } from "../../server/database/tables.ts";

/** Every page of a database in memory, each of `PAGE` bytes. */
export type Pages = readonly Uint8Array[];

const PAGE = 4096;
/** The number of pages written by one statement. */
const TOGETHER = 16;
/** The first pages of a new database, which SQLite might have read already. */
const MADE = 8;
/** The schema version of a database that was written as a whole, until a statement changes its schema. */
export const WRITTEN = 2;
/** The offset of the schema version in the first page. https://sqlite.org/fileformat.html#schema_cookie */
const SCHEMA_VERSION_AT = 40;

/** Reads all pages of a database in memory. https://sqlite.org/dbpage.html */
export async function readPages({ read }: Database): Promise<Pages> {
  const { rows } = await sql<{ data: ArrayBuffer }>`
    select data from sqlite_dbpage order by pgno
  `.execute(read);
  return rows.map(({ data }) => new Uint8Array(data));
}

/**
 * Makes a database in memory equal to one that was read, in a tenth of the time that creating it took. Only pages that
 * differ are written.
 */
export async function writePages(database: Database, pages: Pages): Promise<void> {
  await database.write(async (tx) => {
    const had = await numberOf(tx, "page_count");
    const fresh = had <= 1;
    if (!fresh) await forgetIndexes(tx);
    await grow(tx, pages.length - had, fresh);
    const version = await numberOf(tx, "schema_version");
    const [first, ...others] = pages as [Uint8Array, ...Uint8Array[]];
    await overwrite(tx, [atVersion(first, version), ...others], fresh);
    if (fresh) await sql.raw(`pragma schema_version = ${WRITTEN}`).execute(tx);
  });
}

/** Adds pages by writing to a table. An empty database gets a new table for this, which changes its schema. */
async function grow(tx: Kysely<Tables>, missing: number, fresh: boolean): Promise<void> {
  if (missing <= 0) return;
  if (fresh) await sql`create table room (block blob)`.execute(tx);
  const room = fresh ? sql`room` : sql`search_index_data`;
  await sql`insert into ${room} (block) values (zeroblob(${missing * PAGE}))`.execute(tx);
}

/** @param fresh whether the database was empty */
async function overwrite(tx: Kysely<Tables>, pages: Pages, fresh: boolean): Promise<void> {
  const changed: number[] = [];
  for (let at = 0; at < pages.length; at += TOGETHER) {
    const some = pages.slice(at, at + TOGETHER);
    const bytes = new Uint8Array(some.length * PAGE);
    for (const [index, page] of some.entries()) bytes.set(page, index * PAGE);
    const page = sql`substr(${bytes}, (pgno - ${at} - 1) * ${PAGE} + 1, ${PAGE})`;
    const differs = sql`pgno > ${at} and pgno <= ${at + some.length} and data <> ${page}`;
    const { rows } = await sql<{ pgno: number }>`select pgno from sqlite_dbpage where ${differs}`
      .execute(tx);
    if (rows.length === 0) continue;
    await sql`update sqlite_dbpage set data = ${page} where ${differs}`.execute(tx);
    changed.push(...rows.map(({ pgno }) => pgno));
  }
  await forget(tx, fresh ? changed.filter((pgno) => pgno <= MADE) : changed);
}

/** Clears SQLite's page cache by a rollback, and its schema cache by a new schema version. */
async function forget(tx: Kysely<Tables>, numbers: number[]): Promise<void> {
  await sql`savepoint written`.execute(tx);
  await sql`
    update sqlite_dbpage set data = data
    where pgno in (select value from json_each(${JSON.stringify(numbers)}))
  `.execute(tx);
  await sql`rollback to written`.execute(tx);
}

/** Makes FTS5 reload the structure of its indexes, which it does only after a write is rolled back. */
async function forgetIndexes(tx: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_schema where sql like '%using fts5%'
  `.execute(tx);
  await sql`savepoint indexes`.execute(tx);
  for (const { name } of rows) {
    await sql`delete from ${sql.table(name)} where rowid = -1`.execute(tx);
  }
  await sql`rollback to indexes`.execute(tx);
}

function atVersion(page: Uint8Array, version: number): Uint8Array {
  const changed = page.slice();
  new DataView(changed.buffer).setUint32(SCHEMA_VERSION_AT, version);
  return changed;
}

async function numberOf(tx: Kysely<Tables>, pragma: string): Promise<number> {
  const { rows } = await sql.raw<Record<string, number>>(`pragma ${pragma}`).execute(tx);
  return rows[0]![pragma]!;
}
