import { sql } from "kysely";
import { schemaVersion } from "../../database/migrate.ts";
import type { Services } from "../operation.ts";

/** Whether the database answers, and the version of its schema; null when it doesn't. */
export async function checkDatabase(
  { database }: Services,
): Promise<{ schemaVersion: number } | null> {
  try {
    await sql`select 1`.execute(database.read);
    return { schemaVersion: await schemaVersion(database) };
  } catch {
    return null;
  }
}
