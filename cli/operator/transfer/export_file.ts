import { sql } from "kysely";
import type { Config } from "../../../server/config.ts";
import { fileOf } from "../../../server/database/local.ts";
import {
  beforeRelease,
  isBeforeRelease,
  SCHEMA_VERSION,
  schemaVersion,
} from "../../../server/database/migrate.ts";
import { type Database, openDatabase } from "../../../server/database/open.ts";
import type { Db } from "../../../server/domain/core/operation.ts";
import { Failure } from "../../failure.ts";
import { writeText } from "../../output.ts";
import { requireDatabase, requireFree } from "../files/backup.ts";
import { makeBeside, putInPlace, removeIfThere } from "../files/durable.ts";
import { exportLines } from "./export_lines.ts";

/** The size at which buffered text is written. */
const CHUNK = 1 << 16;

/**
 * Exports a workspace to standard output or to a file, which gets its name when it is complete.
 * @param target a file, or `-`
 * @throws Failure if the database can't be exported, or the file exists
 */
export async function exportFile(
  config: Config,
  target: string,
  { workspace, replace }: { workspace: string | undefined; replace: boolean },
) {
  const file = fileOf(config.databaseUrl);
  if (file !== undefined) requireDatabase(file);
  if (target !== "-") requireFree(target, replace, file ?? "");
  const database = await openDatabase(config.databaseUrl, config.databaseToken);
  try {
    await requireSchema(database);
    await atOneMoment(database, file !== undefined, async (db) => {
      const lines = exportLines(db, workspace);
      await (target === "-" ? writeLines(lines, writeText) : writeFile(lines, target));
    });
  } finally {
    await database.close();
  }
}

async function requireSchema(database: Database) {
  if (await isBeforeRelease(database)) throw new Failure(beforeRelease("The database"));
  const version = await schemaVersion(database);
  if (version === SCHEMA_VERSION) return;
  throw new Failure(
    `The database has schema version ${version}, but this program supports ${SCHEMA_VERSION}. ` +
      (version < SCHEMA_VERSION
        ? 'Run "backlog migrate" first.'
        : "Use the newer version of Backlog that migrated the database."),
  );
}

/** Reads in one transaction, which blocks nobody on a file. A libSQL server has consistent transactions only for writers. */
async function atOneMoment(database: Database, isFile: boolean, work: (db: Db) => Promise<void>) {
  if (!isFile) return await database.write(work);
  await sql`begin`.execute(database.read);
  try {
    await work(database.read);
  } finally {
    await sql`commit`.execute(database.read);
  }
}

async function writeFile(lines: AsyncIterable<string>, target: string) {
  const partial = makeBeside(target, ".partial");
  try {
    const file = Deno.openSync(partial, { write: true });
    const encoder = new TextEncoder();
    await writeLines(lines, (text) => {
      let bytes = encoder.encode(text);
      while (bytes.length > 0) bytes = bytes.subarray(file.writeSync(bytes));
    });
    file.close();
    putInPlace(partial, target);
  } finally {
    removeIfThere(partial);
  }
}

async function writeLines(lines: AsyncIterable<string>, write: (text: string) => void) {
  let gathered = "";
  for await (const line of lines) {
    gathered += `${line}\n`;
    if (gathered.length < CHUNK) continue;
    write(gathered);
    gathered = "";
  }
  write(gathered);
}
