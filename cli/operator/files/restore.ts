import { dirname, resolve } from "node:path";
import { sql } from "kysely";
import { makeFolderFor } from "../../../server/database/local.ts";
import { migrate } from "../../../server/database/migrate.ts";
import { type Database, openFileAlone } from "../../../server/database/open.ts";
import { badValue, Failure } from "../../failure.ts";
import { type Contents, contentsInWords, contentsOf, requireSound } from "./contents.ts";
import { isSameFile, makeBeside, removeIfThere, sizeOf } from "./durable.ts";
import { claim } from "./target.ts";

/** What a restore did. */
export interface Restored extends Contents {
  database: string;
  /** Where what was there before is kept; null where there was nothing. */
  keptAs: string | null;
  /** The migrations that the backup needed. */
  ran: string[];
}

/** What is done next. Nothing of the database has changed before "replacing". */
export type Step = "checking" | "migrating" | "keeping" | "replacing";

/**
 * Puts a backup in the place of a database. The backup is copied beside it, checked and migrated there, and takes its
 * place in one step at the end: whenever this is broken off, the database is the old one or the new one, whole.
 * @param source a backup's file, or `-` for standard input
 * @param database the database's file
 * @param options.replace whether data that is there gives way; it is kept under another name
 * @param options.report hears of each step before it is taken
 * @throws Failure where a server runs on the database, it holds data that nobody said to replace, or the backup is
 *   damaged, not Backlog's, or newer than the program, or can't be copied beside the database
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

/** One line about a restore, for people. */
export function inWords(done: Restored): string {
  const kept = done.keptAs ? ` What was there before is ${done.keptAs}.` : "";
  const ran = done.ran.length > 0 ? `, after ${done.ran.join(", ")}` : "";
  return `Restored ${done.database}: ${contentsInWords(done)}, schema version ` +
    `${done.schemaVersion}${ran}.${kept}`;
}

const nameOf = (source: string) => source === "-" ? "What came in" : source;

function requireSource(source: string, database: string) {
  if (source === "-") return;
  if (isSameFile(source, database)) {
    throw badValue(`${source} is the database itself; name a backup of it.`);
  }
  if (sizeOf(source) === 0) throw new Failure(`There is no backup at ${source}; check the name.`);
  if (sizeOf(`${source}-wal`) > 0) {
    throw new Failure(
      `${source} is a database in use, with changes in ${source}-wal that are not in it; ` +
        'copy it with "backlog backup" and restore that.',
    );
  }
}

/** Asked before the work is done, and once more when it is (see `exchange`): a server may have started since. */
async function requireConsent(database: string, replace: boolean) {
  const target = await claim(database);
  await target.release();
  if (target.holdsData && !replace) {
    throw new Failure(
      `${database} holds data; add --force to replace it, which keeps it under another name.`,
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
      `${nameOf(source)} could not be copied into ${dirname(copy)} (${
        (error as Error).message
      }); ` +
        "make room there if its disk is full. Nothing has changed.",
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

/** The moment from which the steps of versions are counted, in milliseconds. */
const STEPS_SINCE = Date.UTC(2026, 0, 1);

/**
 * Gives every record and workspace a version that none of them had after the backup was made, so that no client takes
 * what is written from now on for what was written then. Seconds grow faster than versions do.
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
    const { cause = error } = error as Error;
    throw new Failure(
      `${name} can't be read (${
        (cause as Error).message
      }); check the name, or take another backup.`,
    );
  }
}

/** Whoever runs the server must be able to open it, though root restores it. */
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
    if (target.holdsData && !replace) throw new Failure(`${database} was filled meanwhile.`);
    const moment = now.toISOString().replace(/[-:.]/g, "");
    const keptAs = target.holdsData ? `${database}.before-restore-${moment}` : null;
    if (keptAs) report("keeping");
    await target.replace(copy, keptAs ?? undefined, () => report("replacing"));
    return keptAs;
  } finally {
    await target.release();
  }
}
