import { sql } from "kysely";
import { schemaVersion } from "../../database/migrate.ts";
import type { Services } from "../core/operation.ts";

/**
 * The maximum wait for a trial write, in milliseconds. After that, the result of the last one counts. After a bad result,
 * a trial takes longer, because it also writes a file.
 */
const PATIENCE_MS = { good: 100, bad: 2_000 };

/** The state of the database: its schema version, and the reason if it can't be written. */
export interface Health {
  schemaVersion: number;
  unwritable: string | undefined;
}

/** Returns whether the database can be written, or null if it doesn't respond. */
export async function checkDatabase({ database }: Services): Promise<Health | null> {
  try {
    await sql`select 1`.execute(database.read);
    const version = await schemaVersion(database);
    const { writable } = database;
    const patience = writable.reason === undefined ? PATIENCE_MS.good : PATIENCE_MS.bad;
    await atMost(patience, writable.look());
    return { schemaVersion: version, unwritable: writable.reason };
  } catch {
    return null;
  }
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => timer = setTimeout(resolve, milliseconds));
  await Promise.race([work, late]);
  clearTimeout(timer);
}
