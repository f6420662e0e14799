import { argument, command, flag } from "../../command.ts";
import { forPeople, print } from "../../output.ts";
import { remark } from "../../prompt.ts";
import { operate } from "../operate.ts";

const words = {
  checking: "Checking the backup …",
  migrating: "Bringing it to this version's schema …",
  keeping: "Keeping what is there …",
  replacing: "Putting it in the database's place …",
} as const;

export const commands = [
  command({
    path: "restore",
    summary: "Put a backup in the place of the database, while no server runs",
    args: { file: argument("The backup; - for standard input", "files") },
    options: {
      force: flag("Replace a database that holds data; it is kept beside the new one"),
      json: flag("Print JSON, as into a pipe"),
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
