import type { Config } from "../../../server/config.ts";
import { fileOf } from "../../../server/database/local.ts";
import { Failure } from "../../failure.ts";

/**
 * The configured database's file.
 * @param what what can't be done without one: "back up"
 * @throws Failure where the database is a libSQL server's, or in memory
 */
export function databaseFile({ databaseUrl }: Config, what: string): string {
  const file = fileOf(databaseUrl);
  if (file !== undefined) return file;
  const instead = databaseUrl.endsWith(":memory:")
    ? "set BACKLOG_DATABASE_URL to a file."
    : "do it on the machine of the libSQL server, with that server's own tools.";
  throw new Failure(`Only a database file is something to ${what} from here; ${instead}`);
}
