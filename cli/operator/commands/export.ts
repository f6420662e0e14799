import { command, flag, optionalArgument, value } from "../../command.ts";
import { operate } from "../operate.ts";

export const commands = [
  command({
    path: "export",
    summary: "Write a whole workspace as JSON Lines, for another server",
    args: { file: optionalArgument("Where to; - for standard output, as without it", "files") },
    options: {
      workspace: value("<id>", "Which one, by id or name, where there are several"),
      force: flag("Replace the file if it is there"),
    },
    examples: [
      "backlog export acme.jsonl",
      "backlog export --workspace ws_01h2xcejqtf2nbrexx3vqjhp41 | gzip > acme.jsonl.gz",
    ],
    run: ({ args, options }) =>
      operate(async () => {
        const { environment, readConfig } = await import("../../../server/config.ts");
        const { exportFile } = await import("../transfer/export_file.ts");
        await exportFile(readConfig(environment()), args.file ?? "-", {
          workspace: options.workspace,
          replace: options.force === true,
        });
      }),
  }),
];
