import { command } from "../../command.ts";
import { writeText } from "../../output.ts";
import { withDatabase } from "../with_database.ts";

export const commands = [
  command({
    path: "migrate",
    summary: "Bring the database to this version's schema",
    run: () =>
      withDatabase(async (database, _config, ran) => {
        const { schemaVersion } = await import("../../../server/database/migrate.ts");
        for (const name of ran) writeText(`Ran ${name}.\n`);
        writeText(`The database is at schema version ${await schemaVersion(database)}.\n`);
      }),
  }),
];
