import { argument, command, flag } from "../../command.ts";
import { forPeople, print } from "../../output.ts";
import { remark } from "../../prompt.ts";
import { operate } from "../operate.ts";

const words = {
  checking: "Checking the backup…",
  migrating: "Migrating the backup…",
  keeping: "Saving the old database…",
  replacing: "Replacing the database…",
} as const;

export const commands = [
  command({
    path: "restore",
    summary: "Restore the database from a backup (stop the server first)",
    args: { file: argument("Backup file, or - for standard input", "files") },
    options: {
      force: flag("Replace a database that contains data, and keep the old one"),
      json: flag("Print JSON (the default when piped)"),
    },
    examples: [
      "backlog restore /backups/backlog-2026-03-12.db",
      "gunzip < backlog.db.gz | backlog restore --force -",
    ],
    run: ({ args, options, globals }) =>
      operate(async () => {
        const { environment, readConfig } = await import("../../../server/config.ts");
        const { databaseFile } = await import("../files/location.ts");
        const { inWords, restore } = await import("../files/restore.ts");
        const database = databaseFile(readConfig(environment()), "restore");
        const done = await restore(args.file, database, {
          replace: options.force === true,
          now: new Date(),
          report: (step) => forPeople(globals) && remark(words[step]),
        });
        await print(globals, done, inWords);
      }),
  }),
];
