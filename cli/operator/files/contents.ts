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

/** What a database file holds, in the numbers by which an operator knows it again. */
export interface Contents {
  schemaVersion: number;
  workspaces: number;
  people: number;
  tasks: number;
}

/**
 * What is in a Backlog database.
 * @returns undefined where it is empty, or not Backlog's
 */
export async function contentsOf(database: Database): Promise<Contents | undefined> {
  if (!await isBacklog(database)) return undefined;
  const { rows } = await sql<Omit<Contents, "schemaVersion">>`
    select (select count(*) from workspaces) as workspaces, (select count(*) from users) as people,
      (select count(*) from tasks) as tasks`.execute(database.read);
  return { schemaVersion: await schemaVersion(database), ...rows[0]! };
}

/** What SQLite finds wrong with a file's pages and indexes, the search index's too; empty where nothing is. */
export async function damageOf(database: Database): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`
    .execute(database.read);
  return rows.map((row) => row.integrity_check).filter((said) => said !== "ok");
}

/**
 * Makes sure that a file is a whole Backlog database which this program can read.
 * @param name how messages call it
 * @throws Failure otherwise
 */
export async function requireSound(database: Database, name: string): Promise<Contents> {
  const damage = await damageOf(database).catch((error: Error) => [error.message]);
  if (damage.length > 0) {
    throw new Failure(`${name} is damaged (${damage[0]}); take another backup.`);
  }
  if (await isBeforeRelease(database)) throw new Failure(beforeRelease(name));
  const contents = await contentsOf(database);
  if (!contents) throw new Failure(`${name} is not a Backlog database; check the file's name.`);
  if (contents.schemaVersion > SCHEMA_VERSION) {
    throw new Failure(
      `${name} has schema version ${contents.schemaVersion} and this program knows ` +
        `${SCHEMA_VERSION}; use the newer Backlog that wrote it.`,
    );
  }
  return contents;
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
