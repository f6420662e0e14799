import { argument, command, flag } from "../../command.ts";
import { print } from "../../output.ts";
import { listing } from "../../table.ts";
import { operate } from "../operate.ts";
import type { Imported } from "../transfer/import_lines.ts";

function render({ workspaceId, name, records, peopleKnown, peopleMade, dryRun }: Imported) {
  return listing([
    [dryRun ? "Would import" : "Imported", `${name} (${workspaceId})`],
    ["Records", records.toLocaleString("en")],
    ["People", `${peopleMade} new, ${peopleKnown} known by their address`],
  ]);
}

export const commands = [
  command({
    path: "import",
    summary: "Bring an exported workspace in, while no server runs",
    args: { file: argument("The export; - for standard input", "files") },
    options: {
      dryRun: flag("Find out whether it can be done, and leave nothing"),
      json: flag("Print JSON, as into a pipe"),
    },
    examples: [
      "backlog import --dry-run acme.jsonl",
      "gunzip < acme.jsonl.gz | backlog import -",
    ],
    run: ({ args, options, globals }) =>
      operate(async () => {
        const { environment, readConfig } = await import("../../../server/config.ts");
        const { importFile } = await import("../transfer/import_file.ts");
        const done = await importFile(readConfig(environment()), args.file, {
          dryRun: options.dryRun === true,
          now: new Date(),
        });
        await print(globals, done, render);
      }),
  }),
];
