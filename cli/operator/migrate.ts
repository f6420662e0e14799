import { command } from "../command.ts";
import { writeText } from "../output.ts";
import { operate } from "./operate.ts";

async function run() {
  const { readConfig } = await import("../../server/config.ts");
  const { openDatabase } = await import("../../server/database/open.ts");
  const { migrate, SCHEMA_VERSION } = await import("../../server/database/migrate.ts");
  const config = readConfig(Deno.env.toObject());
  const database = await openDatabase(config.databaseUrl, config.databaseToken);
  try {
    const ran = await migrate(database);
    for (const name of ran) writeText(`Ran ${name}\n`);
    writeText(`The database is at schema version ${SCHEMA_VERSION}.\n`);
  } finally {
    await database.close();
  }
}

export const commands = [
  command({
    path: "migrate",
    summary: "Bring the database to this version's schema",
    run: () => operate(run),
  }),
];
