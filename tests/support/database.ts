import { sql } from "kysely";
import { type Database, openDatabase } from "../../server/database/open.ts";
import { temporaryFolder } from "./folder.ts";

/** An open database in a file of its own, closed and removed when its scope ends. */
export interface TestDatabase extends AsyncDisposable {
  database: Database;
  url: string;
  folder: string;
}

/** Opens a fresh, empty database that is not migrated. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const folder = await temporaryFolder();
  const url = `file:${folder.file("backlog.db")}`;
  const database = await openDatabase(url);
  return {
    database,
    url,
    folder: folder.path,
    async [Symbol.asyncDispose]() {
      await database.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Lets Backlog open a file with tables of a test, which would otherwise count as another tool's. */
export const ownTable = sql`
  create table if not exists schema_migrations (
    version integer primary key, name text not null, ran_at text not null
  ) strict
`;

/** A fresh database that holds one table, `notes (id integer primary key, text text)`. */
export async function notesDatabase(): Promise<TestDatabase> {
  const open = await emptyDatabase();
  await open.database.write(async (tx) => {
    await ownTable.execute(tx);
    await sql`create table notes (id integer primary key, text text) strict`.execute(tx);
  });
  return open;
}

/** The texts of all notes that a reader sees, in the order in which they were written. */
export async function notes(database: Database): Promise<(string | null)[]> {
  const { rows } = await sql<{ text: string | null }>`select text from notes order by id`
    .execute(database.read);
  return rows.map((row) => row.text);
}
