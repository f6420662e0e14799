import { command, flag } from "../../command.ts";
import { print, writeText } from "../../output.ts";
import type { Rehearsal } from "../files/rehearse.ts";
import { operate } from "../operate.ts";
import { withDatabase } from "../with_database.ts";

function inWords({ from, to, bytes, copiedMs, steps }: Rehearsal, size: (bytes: number) => string) {
  if (steps.length === 0) return `No migrations needed. The database has schema version ${to}.`;
  const all = steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [
    `Copied ${size(bytes)} in ${copiedMs} ms and migrated the copy.`,
    ...steps.map(({ name, milliseconds }) => `${name} took ${milliseconds} ms.`),
    `The copy is intact after migrating from schema version ${from} to ${to} in ${all} ms. The database is unchanged.`,
  ].join("\n");
}

export const commands = [
  command({
    path: "migrate",
    summary: "Migrate the database to this version's schema",
    options: {
      dryRun: flag(
        "Test the migration on a copy of the database, and report how long it takes",
      ),
      json: flag("Print the result of a dry run as JSON (the default when piped)"),
    },
    examples: ["backlog migrate --dry-run"],
    run: ({ options, globals }) =>
      options.dryRun
        ? operate(async () => {
          const { environment, readConfig } = await import("../../../server/config.ts");
          const { databaseFile } = await import("../files/location.ts");
          const { sizeInWords } = await import("../files/contents.ts");
          const { rehearse } = await import("../files/rehearse.ts");
          const file = databaseFile(readConfig(environment()), "test a migration on");
          const found = await rehearse(file);
          await print(globals, found, () => inWords(found, sizeInWords));
        })
        : withDatabase(async (database, _config, ran) => {
          const { schemaVersion } = await import("../../../server/database/migrate.ts");
          for (const name of ran) writeText(`Applied migration ${name}.\n`);
          writeText(`The database has schema version ${await schemaVersion(database)}.\n`);
        }),
  }),
];
