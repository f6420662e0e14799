import { argument, command, flag } from "../../command.ts";
import { print } from "../../output.ts";
import { operate } from "../operate.ts";

export const commands = [
  command({
    path: "backup",
    summary: "Back up the database (the server can keep running)",
    args: { file: argument("Output file, or - for standard output", "files") },
    options: {
      force: flag("Replace an existing file"),
      json: flag("Print JSON (the default when piped)"),
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
