import { dirname, resolve } from "node:path";
import { sql } from "kysely";
import { ForeignDatabaseError } from "../../../server/database/foreign.ts";
import { makeFolderFor } from "../../../server/database/local.ts";
import { migrate } from "../../../server/database/migrate.ts";
import { type Database, openFileAlone } from "../../../server/database/open.ts";
import { badValue, Failure } from "../../failure.ts";
import { type Contents, contentsInWords, contentsOf, notOurs, requireSound } from "./contents.ts";
import { isSameFile, isThere, makeBeside, removeIfThere, sizeOf } from "./durable.ts";
import { claim } from "./target.ts";

/** A finished restore. */
export interface Restored extends Contents {
  database: string;
  /** The path of the old database; `null` if there was none. */
  keptAs: string | null;
  /** The migrations that ran on the backup. */
  ran: string[];
}

/** The next step. The database changes only at "replacing". */
export type Step = "checking" | "migrating" | "keeping" | "replacing";

/**
 * Replaces a database by a backup. The backup is copied beside the database, checked, and migrated. It replaces the
 * database in one step at the end. After an interruption, the database is either the old or the new one.
 * @param source a backup's file, or `-` for standard input
 * @param database the database's file
 * @param options.replace whether to replace a database that contains data; the old one is kept under another name
 * @param options.report called before each step
 * @throws Failure if a server uses the database, it contains data and `replace` isn't set, or the backup is damaged, not
 *   Backlog's, newer than the program, or can't be copied
 */
export async function restore(
  source: string,
  database: string,
  { replace, now, report }: { replace: boolean; now: Date; report: (step: Step) => void },
): Promise<Restored> {
  requireSource(source, database);
  await requireConsent(database, replace);
  makeFolderFor(database);
  const copy = makeBeside(database, ".restoring");
  try {
    await bring(source, copy);
    report("checking");
    const { contents, ran } = await prepare(copy, nameOf(source), { now, report });
    likeBefore(copy, database);
    const keptAs = await exchange(copy, database, { replace, now, report });
    return { database, keptAs, ran, ...contents };
  } finally {
    for (const ending of ["", "-journal"]) removeIfThere(copy + ending);
  }
}

/** Describes a restore in one line. */
export function inWords(done: Restored): string {
  const kept = done.keptAs ? ` The old database is now ${done.keptAs}.` : "";
  const ran = done.ran.length > 0 ? `, after ${done.ran.join(", ")}` : "";
  return `Restored ${done.database}: ${contentsInWords(done)}, schema version ` +
    `${done.schemaVersion}${ran}.${kept}`;
}

const nameOf = (source: string) => source === "-" ? "The backup on standard input" : source;

function requireSource(source: string, database: string) {
  if (source === "-") return;
  if (isSameFile(source, database)) {
    throw badValue(`${source} is the database itself. Use a backup of the database.`);
  }
  if (sizeOf(source) === 0) {
    throw new Failure(
      isThere(source)
        ? `${source} is empty. Use another backup.`
        : `There is no backup at ${source}. Check the file name.`,
    );
  }
  if (sizeOf(`${source}-wal`) > 0) {
    throw new Failure(
      `${source} is a database in use, with unmerged changes in ${source}-wal. ` +
        'Copy the database with "backlog backup", and restore the copy.',
    );
  }
}

/** Checks before the work starts. `exchange` checks again, because a server might have started since. */
async function requireConsent(database: string, replace: boolean) {
  const target = await claim(database);
  await target.release();
  if (target.holdsData && !replace) {
    throw new Failure(
      `${database} contains data. Use --force to replace the data. The old database is kept under a new name.`,
    );
  }
}

async function bring(source: string, copy: string) {
  try {
    const into = await Deno.open(copy, { write: true });
    const from = source === "-" ? Deno.stdin.readable : (await Deno.open(source)).readable;
    await from.pipeTo(into.writable);
  } catch (error) {
    throw new Failure(
      `${nameOf(source)} couldn't be copied to ${dirname(copy)} (${(error as Error).message}). ` +
        "Check whether the disk is full. Nothing was changed.",
    );
  }
}

async function prepare(
  copy: string,
  name: string,
  { now, report }: { now: Date; report: (step: Step) => void },
) {
  const database = openCopy(copy, name);
  try {
    await requireSound(database, name);
    report("migrating");
    const ran = await migrate(database);
    await moveVersionsOn(database, now);
    return { ran, contents: (await contentsOf(database))! };
  } finally {
    await database.close();
  }
}

/** The start of counting for steps of versions, in milliseconds. */
const STEPS_SINCE = Date.UTC(2026, 0, 1);

/**
 * Raises all versions above those used after the backup, so that no client takes later writes for earlier ones. Seconds
 * grow faster than versions.
 */
async function moveVersionsOn(database: Database, now: Date): Promise<void> {
  const step = Math.max(1, Math.floor((now.getTime() - STEPS_SINCE) / 1000));
  await database.write(async (tx) => {
    const { rows } = await sql<{ table: string; column: string }>`
      select m.name as "table", c.name as "column" from sqlite_schema m, pragma_table_info(m.name) c
      where m.type = 'table' and c.name in ('version', 'revision')
        and exists (select 1 from pragma_table_info(m.name) i where i.name = 'id')`.execute(tx);
    for (const { table, column } of rows) {
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} + ${step}`
        .execute(tx);
    }
  });
}

function openCopy(copy: string, name: string) {
  try {
    return openFileAlone(copy);
  } catch (error) {
    if (error instanceof ForeignDatabaseError) throw new Failure(notOurs(name));
    const { cause = error } = error as Error;
    throw new Failure(
      `${name} can't be read (${
        (cause as Error).message
      }). Check the file name, or use another backup.`,
    );
  }
}

/** Copies owner and permissions, because the server's user must be able to open a database that root restored. */
function likeBefore(copy: string, database: string) {
  const before = sizeOf(database) > 0;
  const { mode, uid, gid } = Deno.statSync(before ? database : dirname(resolve(database)));
  if (Deno.build.os === "windows") return;
  if (before && mode !== null) Deno.chmodSync(copy, mode & 0o777);
  const own = Deno.statSync(copy);
  if (Deno.uid() === 0 && (own.uid !== uid || own.gid !== gid)) Deno.chownSync(copy, uid, gid);
}

async function exchange(
  copy: string,
  database: string,
  { replace, now, report }: { replace: boolean; now: Date; report: (step: Step) => void },
) {
  const target = await claim(database);
  try {
    if (target.holdsData && !replace) {
      throw new Failure(`${database} received data during the restore. Run the command again.`);
    }
    const moment = now.toISOString().replace(/[-:.]/g, "");
    const keptAs = target.holdsData ? `${database}.before-restore-${moment}` : null;
    if (keptAs) report("keeping");
    await target.replace(copy, keptAs ?? undefined, () => report("replacing"));
    return keptAs;
  } finally {
    await target.release();
  }
}
