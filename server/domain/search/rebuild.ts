import { sql } from "kysely";
import type { Database } from "../../database/open.ts";
import type { Db } from "../core/operation.ts";
import { indexTasks } from "../side_effects/search_index.ts";

/** The number of records per transaction, so that a running server doesn't wait long. */
const BATCH = 200;

/** The searchable kinds of records besides tasks. Triggers index a record whenever its name is written. */
const nouns = [
  { kind: "person", table: "profiles", team: sql`null` },
  { kind: "team", table: "teams", team: sql`id` },
  { kind: "project", table: "projects", team: sql`null` },
  { kind: "view", table: "views", team: sql`team_id` },
] as const;

/**
 * Rebuilds the search index from the records, in steps. Searches meanwhile find the records that the index still or
 * already contains.
 */
export async function rebuildSearch(database: Database): Promise<void> {
  await database.write(removeStrays);
  await inBatches(database, "tasks", indexTasks);
  for (const { kind, table, team } of nouns) {
    await inBatches(database, table, async (tx, ids) => {
      await sql`
        insert into search_documents (seq, workspace_id, kind, record_id, team_id)
        select (select min(0, coalesce(min(seq), 0)) from search_documents)
          - row_number() over (order by id), workspace_id, ${kind}, id, ${team}
        from ${sql.table(table)} where id in (${sql.join(ids)})
        on conflict (record_id) do update set team_id = excluded.team_id`.execute(tx);
      await sql`update ${sql.table(table)} set name = name where id in (${sql.join(ids)})`
        .execute(tx);
    });
  }
}

/** Deletes documents whose record is missing or has another number, and index entries without a document. */
async function removeStrays(tx: Db) {
  const records = sql.join(
    ["tasks", ...nouns.map(({ table }) => table)].map((table) =>
      sql`select id from ${sql.table(table)}`
    ),
    sql` union all `,
  );
  await sql`delete from search_documents where record_id not in (${records})`.execute(tx);
  await sql`delete from search_documents where exists (
    select 1 from tasks t where t.id = record_id and t.seq <> search_documents.seq)`.execute(tx);
  for (const index of ["search_index", "search_index_words"]) {
    await sql`
      delete from ${sql.table(index)} where rowid in (
        select id from ${sql.table(`${index}_docsize`)}
        where id not in (select seq from search_documents))`.execute(tx);
  }
}

async function inBatches(
  database: Database,
  table: string,
  index: (tx: Db, ids: string[]) => Promise<void>,
) {
  for (let after = "";;) {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where id > ${after} order by id limit ${sql.lit(BATCH)}`
      .execute(database.read);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    await database.write((tx) => index(tx, ids));
    after = ids.at(-1)!;
  }
}
