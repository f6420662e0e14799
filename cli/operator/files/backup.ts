import { sql } from "kysely";
import { isBusy } from "../../../server/database/engine.ts";
import { beforeRelease, isBeforeRelease } from "../../../server/database/migrate.ts";
import { openDatabase, openFileAlone } from "../../../server/database/open.ts";
import { badValue, Failure } from "../../failure.ts";
import { remark } from "../../prompt.ts";
import { type Contents, contentsInWords, requireSound, sizeInWords } from "./contents.ts";
import { isSameFile, makeBeside, putInPlace, removeIfThere, sizeOf } from "./durable.ts";

/** What a backup left behind. */
export interface Backup extends Contents {
  file: string;
  bytes: number;
  milliseconds: number;
}

/**
 * Copies a database into a file, as it stands at one moment, whoever writes to it meanwhile. The copy takes its name
 * only once it is whole, was read through and is on the disk.
 * @param source the database's file
 * @throws Failure where there is no database, the target is there already, or the copy turns out damaged
 */
export async function backUp(
  source: string,
  target: string,
  { replace }: { replace: boolean },
): Promise<Backup> {
  const begun = performance.now();
  requireDatabase(source);
  requireFree(target, replace, source);
  const partial = makeBeside(target, ".partial");
  try {
    const contents = await copyWhole(source, partial);
    putInPlace(partial, target);
    const milliseconds = Math.round(performance.now() - begun);
    return { file: target, bytes: sizeOf(target), milliseconds, ...contents };
  } finally {
    removeIfThere(partial);
  }
}

/**
 * Writes such a copy to standard output; it is whole and checked before the first byte goes out.
 * @throws Failure as `backUp`, and where standard output is a terminal
 */
export async function backUpToOutput(source: string) {
  if (Deno.stdout.isTerminal()) {
    throw badValue("A database is no text for a terminal; send it into a file or a pipe.");
  }
  const folder = Deno.makeTempDirSync({ prefix: "backlog-backup-" });
  try {
    const copy = await backUp(source, `${folder}/backlog.db`, { replace: false });
    const file = await Deno.open(copy.file);
    await file.readable.pipeTo(Deno.stdout.writable, { preventClose: true });
    remark(inWords({ ...copy, file: "standard output" }));
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** One line about a backup, for people. */
export function inWords(made: Backup): string {
  const seconds = (made.milliseconds / 1000).toFixed(1);
  return `Wrote ${sizeInWords(made.bytes)} to ${made.file} in ${seconds} s: ` +
    `${contentsInWords(made)}, schema version ${made.schemaVersion}, checked.`;
}

/** @throws Failure where the configured file isn't there: a mistyped name makes no database */
export function requireDatabase(source: string) {
  if (sizeOf(source) > 0) return;
  throw new Failure(`There is no database at ${source}; check BACKLOG_DATABASE_URL.`);
}

/** @throws Failure where a file is not to be written: it is there, a folder, or the database itself */
export function requireFree(target: string, replace: boolean, source: string) {
  const found = stat(target);
  if (!found) return;
  if (found.isDirectory) throw badValue(`${target} is a folder; name a file in it.`);
  if (isSameFile(source, target)) {
    throw badValue(`${target} is the database itself; choose another file.`);
  }
  if (!replace) {
    throw new Failure(`${target} is there already; choose another name, or replace it by --force.`);
  }
}

/** `VACUUM INTO` reads in one transaction, so that writers neither wait nor show. https://sqlite.org/lang_vacuum.html */
async function copyWhole(source: string, copy: string): Promise<Contents> {
  const database = await openDatabase(`file:${source}`);
  try {
    if (await isBeforeRelease(database)) throw new Failure(beforeRelease("The database"));
    await sql`vacuum into ${copy}`.execute(database.read);
  } catch (error) {
    if (isBusy(error) || error instanceof Failure) throw error;
    throw new Failure(`${source} could not be copied (${(error as Error).message}); ${nextStep}`);
  } finally {
    await database.close();
  }
  const written = openFileAlone(copy);
  try {
    return await requireSound(written, "The copy");
  } finally {
    await written.close();
  }
}

const nextStep = 'see whether the disk is full, and what "backlog doctor" says.';

function stat(path: string): Deno.FileInfo | undefined {
  try {
    return Deno.statSync(path);
  } catch {
    return undefined;
  }
}
