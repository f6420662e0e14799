import { command, flag, optionalArgument, value } from "../../command.ts";
import { operate } from "../operate.ts";

export const commands = [
  command({
    path: "export",
    summary: "Export a workspace as JSON Lines",
    args: { file: optionalArgument("Output file (default: standard output)", "files") },
    options: {
      workspace: value("<id>", "Workspace to export, by ID or name, if there are several"),
      force: flag("Replace an existing file"),
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
