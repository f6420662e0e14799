import { argument, command, flag } from "../../command.ts";
import { print } from "../../output.ts";
import { operate } from "../operate.ts";

export const commands = [
  command({
    path: "backup",
    summary: "Write a whole copy of the database, also while the server runs",
    args: { file: argument("Where to; - for standard output", "files") },
    options: {
      force: flag("Replace the file if it is there"),
      json: flag("Print JSON, as into a pipe"),
    },
    examples: [
      "backlog backup /backups/backlog-$(date +%F).db",
      "backlog backup - | gzip > backlog.db.gz",
    ],
    run: ({ args, options, globals }) =>
      operate(async () => {
        const { environment, readConfig } = await import("../../../server/config.ts");
        const { databaseFile } = await import("../files/location.ts");
        const { backUp, backUpToOutput, inWords } = await import("../files/backup.ts");
        const source = databaseFile(readConfig(environment()), "back up");
        if (args.file === "-") return await backUpToOutput(source);
        const made = await backUp(source, args.file, { replace: options.force === true });
        await print(globals, made, inWords);
      }),
  }),
];
