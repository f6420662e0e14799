import { basename, dirname, resolve } from "node:path";
import { migrate, SCHEMA_VERSION } from "../../../server/database/migrate.ts";
import { openDatabase } from "../../../server/database/open.ts";
import { Failure } from "../../failure.ts";
import { backUp, requireDatabase } from "./backup.ts";
import { requireSound } from "./contents.ts";

/** The result of a dry run. */
export interface Rehearsal {
  /** The schema versions before and after. */
  from: number;
  to: number;
  /** The size and duration of the copy, in bytes and milliseconds. */
  bytes: number;
  copiedMs: number;
  steps: { name: string; milliseconds: number }[];
}

/**
 * Migrates and checks a copy of a database, and deletes the copy. The copy is beside the database, which makes its speed
 * realistic. A server can keep running.
 * @param file the database's file
 * @throws Failure if there is no database or no space, or a migration fails
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
      `The copy couldn't be migrated${after} (${(error as Error).message}). ` +
        "The database is unchanged. Don't upgrade Backlog yet.",
    );
  } finally {
    await database.close();
  }
}
