import { sql } from "kysely";
import { openFileAlone } from "../../../server/database/open.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { binary, type Outcome, runLine, type RunOptions } from "./lines.ts";

/** An operator's machine: a folder, and the binary with a database in it. */
export interface Machine extends AsyncDisposable {
  folder: string;
  /** The database's file. */
  database: string;
  /** Runs the binary, on another database if one is named. */
  run(args: string[], options?: RunOptions & { on?: string }): Promise<Outcome>;
  /** The names in the folder that begin so. */
  names(beginning?: string): string[];
}

export async function makeMachine(): Promise<Machine> {
  const folder = await temporaryFolder();
  const database = folder.file("backlog.db");
  return {
    folder: folder.path,
    database,
    run: (args, { on = database, env, ...options } = {}) =>
      runLine(binary, folder.path, args, {
        ...options,
        env: { BACKLOG_DATABASE_URL: `file:${on}`, BACKLOG_LOG: "none", ...env },
      }),
    names: (beginning = "") =>
      [...Deno.readDirSync(folder.path)].map(({ name }) => name)
        .filter((name) => name.startsWith(beginning)).sort(),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/** What a query gives in a file that no server has open. */
export async function rowsOf<T>(file: string, query: string): Promise<T[]> {
  const database = openFileAlone(file);
  const { rows } = await sql.raw<T>(query).execute(database.read);
  await database.close();
  return rows;
}

/** Changes such a file, as a fault would: rows may point at nothing. */
export async function change(file: string, ...statements: string[]) {
  const database = openFileAlone(file);
  await sql`pragma foreign_keys = off`.execute(database.read);
  for (const one of statements) {
    await database.write(async (tx) => void await sql.raw(one).execute(tx));
  }
  await database.close();
}
