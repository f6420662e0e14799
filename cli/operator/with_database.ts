import type { Config } from "../../server/config.ts";
import type { Database } from "../../server/database/open.ts";
import { operate } from "./operate.ts";

/**
 * Runs an operator's command on the configured database, after migrating it.
 * @throws Failure with exit code 1 for an invalid setting, or a database that can't be opened
 */
export function withDatabase(
  work: (database: Database, config: Config, ran: string[]) => Promise<void>,
) {
  return operate(async () => {
    const { environment, readConfig } = await import("../../server/config.ts");
    const { openDatabase } = await import("../../server/database/open.ts");
    const { migrate } = await import("../../server/database/migrate.ts");
    const config = readConfig(environment());
    const database = await openDatabase(config.databaseUrl, config.databaseToken);
    try {
      await work(database, config, await migrate(database));
    } finally {
      await database.close();
    }
  });
}
