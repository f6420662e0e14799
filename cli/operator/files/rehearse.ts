import { basename, dirname, resolve } from "node:path";
import { migrate, SCHEMA_VERSION } from "../../../server/database/migrate.ts";
import { openDatabase } from "../../../server/database/open.ts";
import { Failure } from "../../failure.ts";
import { backUp, requireDatabase } from "./backup.ts";
import { requireSound } from "./contents.ts";

/** What a rehearsal showed. */
export interface Rehearsal {
  /** The schema version that the database has, and would have. */
  from: number;
  to: number;
  /** What it would take to copy, in bytes and milliseconds. */
  bytes: number;
  copiedMs: number;
  steps: { name: string; milliseconds: number }[];
}

/**
 * Migrates a copy of a database, which is looked through after that and goes again. It is made beside the database, so
 * that it takes as long there as it will; a server may go on meanwhile.
 * @param file the database's file
 * @throws Failure where there is no database, no room, or a migration doesn't go through
 */
export async function rehearse(file: string): Promise<Rehearsal> {
  requireDatabase(file);
  const dir = dirname(resolve(file));
  const folder = Deno.makeTempDirSync({ dir, prefix: `.${basename(file)}.rehearsal-` });
  try {
    const copy = `${folder}/copy.db`;
    const made = await backUp(file, copy, { replace: false });
    const steps = await migrated(copy);
    return {
      ...{ from: made.schemaVersion, to: SCHEMA_VERSION },
      ...{ bytes: made.bytes, copiedMs: made.milliseconds, steps },
    };
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

async function migrated(copy: string): Promise<Rehearsal["steps"]> {
  const steps: Rehearsal["steps"] = [];
  const database = await openDatabase(`file:${copy}`);
  try {
    await migrate(database, (name, took) => steps.push({ name, milliseconds: Math.round(took) }));
    await requireSound(database, "The migrated copy");
    return steps;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const after = steps.length > 0 ? ` after ${steps.at(-1)!.name}` : "";
    throw new Failure(
      `The copy could not be migrated${after} (${(error as Error).message}); ` +
        "the database is as it was. Stay with the program that runs on it now.",
    );
  } finally {
    await database.close();
  }
}
