import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../../migrations/index.ts";
import { openFileAlone } from "../../../server/database/open.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { binary, type Outcome, runLine, type RunOptions } from "./lines.ts";

/** An operator's machine: a folder, and the binary with a database in it. */
export interface Machine extends AsyncDisposable {
  folder: string;
  /** The database's file. */
  database: string;
  /** Runs the binary, optionally on another database. */
  run(args: string[], options?: RunOptions & { on?: string }): Promise<Outcome>;
  /** Creates a demo with this many tasks. There must be no database yet. */
  seed(tasks: number, on?: string): Promise<void>;
  /** Returns the file names in the folder that start with a text. */
  names(beginning?: string): string[];
}

/** The files of a demo, by how their names end. */
type Files = readonly (readonly [ending: string, bytes: Uint8Array])[];

/** The demos that this part of the tests has created, by number of tasks, because copying is faster than creating. */
const seeded = new Map<number, Files>();

export async function makeMachine(): Promise<Machine> {
  const folder = await temporaryFolder();
  const database = folder.file("backlog.db");
  const run: Machine["run"] = (args, { on = database, env, ...options } = {}) =>
    runLine(binary, folder.path, args, {
      ...options,
      env: { BACKLOG_DATABASE_URL: `file:${on}`, BACKLOG_LOG: "none", ...env },
    });
  return {
    folder: folder.path,
    database,
    run,
    async seed(tasks, on = database) {
      for (const [ending, bytes] of seeded.get(tasks) ?? []) {
        Deno.writeFileSync(on + ending, bytes, { createNew: true, mode: 0o600 });
      }
      if (seeded.has(tasks)) return;
      const { code, stderr } = await run(["seed", "--tasks", String(tasks)], { on });
      assert.equal(code, 0, stderr);
      const left = ["", "-wal", "-shm"].map((ending) =>
        [ending, Deno.readFileSync(on + ending)] as const
      );
      seeded.set(tasks, left);
    },
    names: (beginning = "") =>
      [...Deno.readDirSync(folder.path)].map(({ name }) => name)
        .filter((name) => name.startsWith(beginning)).sort(),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/** Returns a query's rows from a file that no server has open. */
export async function rowsOf<T>(file: string, query: string): Promise<T[]> {
  const database = openFileAlone(file);
  const { rows } = await sql.raw<T>(query).execute(database.read);
  await database.close();
  return rows;
}

/** Changes such a file like a fault would. Foreign keys aren't checked. */
export async function change(file: string, ...statements: string[]) {
  const database = openFileAlone(file);
  await sql`pragma foreign_keys = off`.execute(database.read);
  for (const one of statements) {
    await database.write(async (tx) => void await sql.raw(one).execute(tx));
  }
  await database.close();
}

/** Returns a database as an earlier program left it: the previous one, or the one before a migration. */
export async function makeOlder(file: string, before = migrations.at(-1)!.name) {
  const database = openFileAlone(file);
  const steps = migrations.slice(0, migrations.findIndex(({ name }) => name === before));
  await database.write(async (tx) => {
    await sql`create table schema_migrations (
      version integer primary key, name text not null, ran_at text not null) strict`.execute(tx);
    for (const [at, { name, up }] of steps.entries()) {
      await up(tx);
      await sql`insert into schema_migrations values (${at + 1}, ${name}, '')`.execute(tx);
    }
  });
  await database.close();
}
