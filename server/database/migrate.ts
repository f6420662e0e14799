import { type Kysely, sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import { DatabaseError } from "./engine.ts";
import type { Database } from "./open.ts";
import type { Tables } from "./tables.ts";

/** The schema version that this program writes: the number of its last migration. */
export const SCHEMA_VERSION = migrations.length;

/**
 * The schema version of an open database; 0 for an empty one.
 * Kept in a table and not in `user_version`, which a libSQL server may not let through.
 */
export async function schemaVersion(database: Database): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*) as n from sqlite_master where type = 'table' and name = 'schema_migrations'
  `.execute(database.read);
  if (!found.rows[0]?.n) return 0;
  const { rows } = await sql<{ version: number | null }>`
    select max(version) as version from schema_migrations
  `.execute(database.read);
  return rows[0]?.version ?? 0;
}

/** What made the tables of a database from before the first release, whose steps were others. */
const FIRST_STEP_BEFORE_RELEASE = "0001_first_walk";

/** Whether a program from before the first release made the database: no step of this one's goes on from there. */
export async function isBeforeRelease(database: Database): Promise<boolean> {
  if (await schemaVersion(database) === 0) return false;
  const { rows } = await sql<{ name?: unknown }>`select * from schema_migrations where version = 1`
    .execute(database.read);
  return rows[0]?.name === FIRST_STEP_BEFORE_RELEASE;
}

/**
 * The sentence that says so, and how to carry over what is in it.
 * @param name how it calls the database
 */
export function beforeRelease(name: string): string {
  return `${name} is from before Backlog's first release; export its workspaces with the version ` +
    'that made it ("backlog export"), and import them into a new database with this one ("backlog import").';
}

/**
 * Brings the database to this program's schema, each step in a transaction of its own.
 * @param onStep hears of each migration that ran, and how many milliseconds it took
 * @returns the names of the migrations that ran
 * @throws DatabaseError when the database is newer than the program, or from before the first release
 */
export async function migrate(
  database: Database,
  onStep?: (name: string, milliseconds: number) => void,
): Promise<string[]> {
  if (await isBeforeRelease(database)) throw new DatabaseError(beforeRelease("The database"));
  const version = await schemaVersion(database);
  if (version > SCHEMA_VERSION) {
    throw new DatabaseError(
      `The database has schema version ${version} and this program knows ${SCHEMA_VERSION}; ` +
        "run the newer Backlog that last opened it, or restore a backup.",
    );
  }
  const ran: string[] = [];
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    const begun = performance.now();
    await database.write(async (tx) => {
      await sql`
        create table if not exists schema_migrations (
          version integer primary key, name text not null, ran_at text not null
        ) strict
      `.execute(tx);
      const done = await sql`select 1 from schema_migrations where version = ${index + 1}`.execute(
        tx,
      );
      if (done.rows.length > 0) return;
      await migration.up(tx);
      await sql`
        insert into schema_migrations (version, name, ran_at)
        values (${index + 1}, ${migration.name}, strftime('%Y-%m-%dT%H:%M:%fZ'))
      `.execute(tx);
      ran.push(migration.name);
    });
    if (ran.at(-1) === migration.name) onStep?.(migration.name, performance.now() - begun);
  }
  return ran;
}

/**
 * Brings the records of one workspace, stored as an older program had them, to what this one means by them.
 * @param from the schema version of the program that exported them
 */
export async function migrateWorkspace(
  tx: Kysely<Tables>,
  id: string,
  from: number,
): Promise<void> {
  for (const migration of migrations.slice(from)) await migration.upWorkspace?.(tx, id);
}

/** Whether a database is Backlog's: what it says was run on it is what this program would run, as far as it knows. */
export async function isBacklog(database: Database): Promise<boolean> {
  if (await schemaVersion(database) === 0) return false;
  const { rows } = await sql<{ version: number; name: string }>`
    select version, name from schema_migrations order by version
  `.execute(database.read);
  return rows.every(({ version, name }, at) =>
    version === at + 1 && name === (migrations[at]?.name ?? name)
  );
}
