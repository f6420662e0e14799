import { sql } from "kysely";
import { DatabaseError } from "./engine.ts";
import { type Database, isServer } from "./open.ts";

/** The message that Backlog might not work on a libSQL server. */
export const EXPERIMENTAL = "A libSQL server is experimental. For a tested setup, use a file.";

const USE_A_FILE = "Set BACKLOG_DATABASE_URL to a file, such as file:./data/backlog.db.";

/**
 * Tries a statement like those that read tasks, and a write that it rolls back, on the libSQL server of a migrated
 * database. libSQL servers parse statements themselves, and some reject what SQLite accepts.
 * @returns why Backlog can't work there, and what to do; undefined for a file or if both succeed
 */
export async function troubleWithServer(
  database: Database,
  url: string,
): Promise<{ detail: string; next: string } | undefined> {
  if (!isServer(url)) return undefined;
  try {
    await sql`select t.id, (select json_group_array(l.name order by l.name)
      from task_label_links k join task_labels l on l.id = k.label_id where k.task_id = t.id) as labels
      from tasks t limit 1`.execute(database.read);
  } catch (error) {
    const detail = `The libSQL server rejects a statement that reads tasks: ${wordsOf(error)}`;
    return { detail, next: USE_A_FILE };
  }
  try {
    await database.write(async (tx) => {
      await sql`update schema_migrations set ran_at = ran_at where version = 1`.execute(tx);
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) {
      const detail = `The libSQL server rejects writes: ${wordsOf(error)}`;
      return { detail, next: "Set BACKLOG_DATABASE_TOKEN to a token that can write." };
    }
  }
  return undefined;
}

class RolledBack extends Error {}

/** Returns an error's message as one sentence. */
function wordsOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, " ").replace(/\.?$/, ".");
}

/** @throws DatabaseError if Backlog can't work on the libSQL server */
export async function requireUsable(database: Database, url: string): Promise<void> {
  const trouble = await troubleWithServer(database, url);
  if (trouble) throw new DatabaseError(`${trouble.detail} ${trouble.next}`);
}
