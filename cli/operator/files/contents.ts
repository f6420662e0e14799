import { sql } from "kysely";
import {
  beforeRelease,
  isBacklog,
  isBeforeRelease,
  SCHEMA_VERSION,
  schemaVersion,
} from "../../../server/database/migrate.ts";
import type { Database } from "../../../server/database/open.ts";
import { Failure } from "../../failure.ts";

/** The contents of a database file, in numbers. */
export interface Contents {
  schemaVersion: number;
  workspaces: number;
  people: number;
  tasks: number;
}

/**
 * Counts the contents of a Backlog database.
 * @returns undefined if it is empty or not Backlog's
 */
export async function contentsOf(database: Database): Promise<Contents | undefined> {
  if (!await isBacklog(database)) return undefined;
  const { rows } = await sql<Omit<Contents, "schemaVersion">>`
    select (select count(*) from workspaces) as workspaces, (select count(*) from users) as people,
      (select count(*) from tasks) as tasks`.execute(database.read);
  return { schemaVersion: await schemaVersion(database), ...rows[0]! };
}

/** Returns the faults that SQLite finds in pages and indexes, including the search index. */
export async function damageOf(database: Database): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`
    .execute(database.read);
  return rows.map((row) => row.integrity_check).filter((said) => said !== "ok");
}

/**
 * Checks that a file is an intact Backlog database that this program can read.
 * @param name the database's name in messages
 * @throws Failure otherwise
 */
export async function requireSound(database: Database, name: string): Promise<Contents> {
  const damage = await damageOf(database).catch((error: Error) => [error.message]);
  if (damage.length > 0) {
    throw new Failure(`${name} is damaged (${damage[0]}). Use another backup.`);
  }
  if (await isBeforeRelease(database)) throw new Failure(beforeRelease(name));
  const contents = await contentsOf(database);
  if (!contents) throw new Failure(notOurs(name));
  if (contents.schemaVersion > SCHEMA_VERSION) {
    throw new Failure(
      `${name} has schema version ${contents.schemaVersion}, but this program supports ` +
        `${SCHEMA_VERSION}. Use the newer version of Backlog that wrote it.`,
    );
  }
  return contents;
}

/** Returns the message for a backup of another tool. */
export function notOurs(name: string): string {
  return `${name} isn't a Backlog database. Check the file name.`;
}

/** "2 workspaces, 13 people, 200 tasks". */
export function contentsInWords({ workspaces, people, tasks }: Contents): string {
  return [
    counted(workspaces, "workspace", "workspaces"),
    counted(people, "person", "people"),
    counted(tasks, "task", "tasks"),
  ].join(", ");
}

/** "1 task", "20,000 tasks". */
export function counted(n: number, one: string, many: string): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

/** "12.3 MB", in steps of a thousand. */
export function sizeInWords(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
  return `${Number((bytes / 1000 ** step).toFixed(1))} ${units[step]}`;
}
