import { type Kysely, sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import { DatabaseError } from "./engine.ts";
import { ForeignDatabaseError, isForeignSchema, type TableRow, tablesSql } from "./foreign.ts";
import type { Database } from "./open.ts";
import type { Tables } from "./tables.ts";

/** The current schema version: the number of the last migration. */
export const SCHEMA_VERSION = migrations.length;

/**
 * Returns the schema version of a database; 0 if it is empty. It is stored in a table instead of `user_version`, because a
 * libSQL server might not support that.
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

/** The first migration of databases from before the first release. */
const FIRST_STEP_BEFORE_RELEASE = "0001_first_walk";

/** Returns whether the database is from before the first release and can't be migrated. */
export async function isBeforeRelease(database: Database): Promise<boolean> {
  if (await schemaVersion(database) === 0) return false;
  const { rows } = await sql<{ name?: unknown }>`select * from schema_migrations where version = 1`
    .execute(database.read);
  return rows[0]?.name === FIRST_STEP_BEFORE_RELEASE;
}

/**
 * Returns the message for such a database, which says how to move its data.
 * @param name the database's name in the message
 */
export function beforeRelease(name: string): string {
  return `${name} is from before Backlog's first release. Export its workspaces with the version ` +
    'that created it ("backlog export"), and import them into a new database with this version ("backlog import").';
}

/**
 * Migrates the database to the current schema, each migration in its own transaction.
 * @param onStep called with the name and duration, in milliseconds, of each migration
 * @returns the names of the migrations that ran
 * @throws DatabaseError if the database is newer than the program, from before the first release, or belongs to another
 * tool
 */
export async function migrate(
  database: Database,
  onStep?: (name: string, milliseconds: number) => void,
): Promise<string[]> {
  if (await isForeign(database)) throw new ForeignDatabaseError();
  if (await isBeforeRelease(database)) throw new DatabaseError(beforeRelease("The database"));
  const version = await schemaVersion(database);
  if (version > SCHEMA_VERSION) {
    throw new DatabaseError(
      `The database has schema version ${version}, but this program supports ${SCHEMA_VERSION}. ` +
        "Use the newer version of Backlog, or restore a backup.",
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
 * Migrates the records of one imported workspace.
 * @param from the schema version of the export
 */
export async function migrateWorkspace(
  tx: Kysely<Tables>,
  id: string,
  from: number,
): Promise<void> {
  for (const migration of migrations.slice(from)) await migration.upWorkspace?.(tx, id);
}

/** Returns whether a database belongs to another tool. A file is checked when it opens, before anything changes it. */
export async function isForeign(database: Database): Promise<boolean> {
  const { rows } = await sql.raw<TableRow>(tablesSql).execute(database.read);
  return isForeignSchema(rows);
}

/** Returns whether a database is Backlog's: its known migrations are the same as this program's. */
export async function isBacklog(database: Database): Promise<boolean> {
  if (await schemaVersion(database) === 0) return false;
  const { rows } = await sql<{ version: number; name: string }>`
    select version, name from schema_migrations order by version
  `.execute(database.read);
  return rows.every(({ version, name }, at) =>
    version === at + 1 && name === (migrations[at]?.name ?? name)
  );
}
