import { sql } from "kysely";
import { type Database, openDatabase } from "../../server/database/open.ts";
import { temporaryFolder } from "./folder.ts";

/** An open database in its own file, which is closed and deleted when its scope ends. */
export interface TestDatabase extends AsyncDisposable {
  database: Database;
  url: string;
  folder: string;
}

/** Opens a new, empty database without migrations. */
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

/** Opens a new database with one table, `notes (id integer primary key, text text)`. */
export async function notesDatabase(): Promise<TestDatabase> {
  const open = await emptyDatabase();
  await open.database.write(async (tx) => {
    await ownTable.execute(tx);
    await sql`create table notes (id integer primary key, text text) strict`.execute(tx);
  });
  return open;
}

/** Returns the texts of all notes visible to a reader, in order of creation. */
export async function notes(database: Database): Promise<(string | null)[]> {
  const { rows } = await sql<{ text: string | null }>`select text from notes order by id`
    .execute(database.read);
  return rows.map((row) => row.text);
}
