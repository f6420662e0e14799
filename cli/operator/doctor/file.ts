import { sql } from "kysely";
import { isBusy } from "../../../server/database/engine.ts";
import {
  isBacklog,
  isBeforeRelease,
  isForeign,
  SCHEMA_VERSION,
  schemaVersion,
} from "../../../server/database/migrate.ts";
import { type Database, isServer } from "../../../server/database/open.ts";
import { EXPERIMENTAL, troubleWithServer } from "../../../server/database/server_trial.ts";
import type { Config } from "../../../server/config.ts";
import { counted, damageOf } from "../files/contents.ts";
import { type Finding, ok, problem, warning } from "./finding.ts";

const restoreIt = "Stop the server, keep a copy of the database file, and restore a backup.";

/** Checks the schema. Other checks need a supported one. */
export async function examineSchema(database: Database): Promise<Finding> {
  const check = "Schema";
  const foreign = problem(check, "This isn't a Backlog database.", "Check BACKLOG_DATABASE_URL.");
  if (await isForeign(database)) return foreign;
  const version = await schemaVersion(database);
  if (await isBeforeRelease(database)) {
    return problem(
      check,
      "The database is from before Backlog's first release.",
      "Export the workspaces with the version that created the database, and import them into a new database with this version.",
    );
  }
  const detail =
    `Schema version ${version}. This program supports schema version ${SCHEMA_VERSION}.`;
  if (version > SCHEMA_VERSION) {
    return problem(check, detail, "Use the newer version of Backlog that migrated the database.");
  }
  if (version > 0 && !await isBacklog(database)) return foreign;
  return version < SCHEMA_VERSION
    ? warning(
      check,
      detail,
      'Run "backlog migrate", or start the server, which migrates the database.',
    )
    : ok(check, `Version ${version}.`);
}

/** Checks whether a libSQL server accepts a statement that reads tasks, and a write. */
export async function examineServer(
  database: Database,
  { databaseUrl }: Pick<Config, "databaseUrl">,
): Promise<Finding[]> {
  if (!isServer(databaseUrl)) return [];
  const check = "libSQL server";
  const trouble = await troubleWithServer(database, databaseUrl);
  return [
    trouble ? problem(check, trouble.detail, trouble.next) : warning(
      check,
      EXPERIMENTAL,
      "Back up the libSQL server's database, or move the data to a file.",
    ),
  ];
}

/** Checks SQLite's pages, and references between rows. */
export async function examineFile(database: Database): Promise<Finding[]> {
  return [await integrity(database), await references(database)];
}

async function integrity(database: Database): Promise<Finding> {
  const damage = await damageOf(database).catch((error: Error) => {
    if (isBusy(error)) throw error;
    return [error.message];
  });
  return damage.length > 0
    ? problem("Integrity", damage.join("; "), restoreIt)
    : ok("Integrity", "All pages and indexes are intact.");
}

async function references(database: Database): Promise<Finding> {
  const { rows } = await sql<{ table: string }>`pragma foreign_key_check`.execute(database.read);
  const tables = [...new Set(rows.map(({ table }) => table))].join(", ");
  return rows.length > 0
    ? problem(
      "References",
      `${counted(rows.length, "row refers", "rows refer")} to missing records, in ${tables}.`,
      restoreIt,
    )
    : ok("References", "All references are valid.");
}
