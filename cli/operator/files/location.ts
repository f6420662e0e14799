import type { Config } from "../../../server/config.ts";
import { fileOf } from "../../../server/database/local.ts";
import { Failure } from "../../failure.ts";

/**
 * Returns the configured database's file.
 * @param what the action that needs a file: "back up"
 * @throws Failure if the database is on a libSQL server or in memory
 */
export function databaseFile({ databaseUrl }: Config, what: string): string {
  const file = fileOf(databaseUrl);
  if (file !== undefined) return file;
  const instead = databaseUrl.endsWith(":memory:")
    ? "Set BACKLOG_DATABASE_URL to a file."
    : "Use the libSQL server's own tools.";
  throw new Failure(`This command can only ${what} a database file. ${instead}`);
}
