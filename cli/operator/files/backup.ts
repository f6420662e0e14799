import { sql } from "kysely";
import { isBusy } from "../../../server/database/engine.ts";
import { beforeRelease, isBeforeRelease } from "../../../server/database/migrate.ts";
import { openDatabase, openFileAlone } from "../../../server/database/open.ts";
import { badValue, Failure } from "../../failure.ts";
import { remark } from "../../prompt.ts";
import { type Contents, contentsInWords, requireSound, sizeInWords } from "./contents.ts";
import { isSameFile, makeBeside, putInPlace, removeIfThere, sizeOf } from "./durable.ts";

/** A finished backup. */
export interface Backup extends Contents {
  file: string;
  bytes: number;
  milliseconds: number;
}

/**
 * Copies a database to a file in a consistent state, even during writes. The file gets its name only when the copy is
 * complete, checked, and on the disk.
 * @param source the database's file
 * @throws Failure if there is no database, the target exists, or the copy is damaged
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
 * Writes a complete, checked copy to standard output.
 * @throws errors of `backUp`; Failure if standard output is a terminal
 */
export async function backUpToOutput(source: string) {
  if (Deno.stdout.isTerminal()) {
    throw badValue(
      "Can't print a database to the terminal. Redirect the output to a file or pipe.",
    );
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

/** Describes a backup in one line. */
export function inWords(made: Backup): string {
  const seconds = (made.milliseconds / 1000).toFixed(1);
  return `Wrote ${sizeInWords(made.bytes)} to ${made.file} in ${seconds} s: ` +
    `${contentsInWords(made)}, schema version ${made.schemaVersion}, checked.`;
}

/** @throws Failure if the configured file is missing, because a mistyped name must not create a database */
export function requireDatabase(source: string) {
  if (sizeOf(source) > 0) return;
  throw new Failure(`There is no database at ${source}. Check BACKLOG_DATABASE_URL.`);
}

/** @throws Failure if the target exists, is a folder, or is the database itself */
export function requireFree(target: string, replace: boolean, source: string) {
  const found = stat(target);
  if (!found) return;
  if (found.isDirectory) throw badValue(`${target} is a folder. Use a file in this folder.`);
  if (isSameFile(source, target)) {
    throw badValue(`${target} is the database itself. Use another file.`);
  }
  if (!replace) {
    throw new Failure(`${target} already exists. Use another name, or replace it with --force.`);
  }
}

/** `VACUUM INTO` reads in one transaction, so writers don't wait and later writes aren't copied. https://sqlite.org/lang_vacuum.html */
async function copyWhole(source: string, copy: string): Promise<Contents> {
  const database = await openDatabase(`file:${source}`);
  try {
    if (await isBeforeRelease(database)) throw new Failure(beforeRelease("The database"));
    await sql`vacuum into ${copy}`.execute(database.read);
  } catch (error) {
    if (isBusy(error) || error instanceof Failure) throw error;
    throw new Failure(`${source} couldn't be copied (${(error as Error).message}). ${nextStep}`);
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

const nextStep = 'Check whether the disk is full, and run "backlog doctor".';

function stat(path: string): Deno.FileInfo | undefined {
  try {
    return Deno.statSync(path);
  } catch {
    return undefined;
  }
}
