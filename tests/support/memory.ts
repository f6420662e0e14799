import type { Engine } from "../../server/database/engine.ts";
import { openLocal } from "../../server/database/local.ts";
import { type Database, databaseOver } from "../../server/database/open.ts";
import { WRITTEN } from "./pages.ts";

/** Databases in memory that tests have closed. The next test reuses their schema and prepared statements. */
const closed: Engine[] = [];

/** Opens a database in memory. It is empty, or has the records of an earlier test, which `writePages` replaces. */
export function openMemory(): Database {
  const engine = closed.pop() ?? openLocal(":memory:");
  let isOpen = true;
  const opened = () => {
    if (!isOpen) throw new Error("The connection to the database is closed.");
    return engine;
  };
  return databaseOver({
    ...engine,
    reader: { execute: (query) => opened().reader.execute(query) },
    begin: () => opened().begin(),
    async close() {
      isOpen = false;
      if (await isReusable(engine)) closed.push(engine);
      else engine.close();
    },
  });
}

/** Returns whether a test left the schema unchanged and no write unfinished, as `explain` of a write does. */
async function isReusable({ reader }: Engine): Promise<boolean> {
  const run = (sql: string) => reader.execute({ sql, parameters: [] });
  try {
    await run("savepoint reuse");
    await run("release reuse");
    return (await run("pragma schema_version")).rows[0]?.schema_version === WRITTEN;
  } catch {
    return false;
  }
}
