import { argument, command, flag, list, oneOf, value } from "../../command.ts";
import { usageFailure } from "../../failure.ts";
import { print } from "../../output.ts";
import { listing } from "../../table.ts";
import { operate } from "../operate.ts";
import type { Report } from "../foreign/report.ts";
import type { Imported } from "../transfer/import_lines.ts";

function render({ workspaceId, name, records, peopleKnown, peopleMade, dryRun }: Imported) {
  return listing([
    [dryRun ? "Would import" : "Imported", `${name} (${workspaceId})`],
    ["Records", records.toLocaleString("en")],
    ["People", `${peopleMade} new, ${peopleKnown} with an existing account`],
  ]);
}

const programs = ["csv", "linear", "github", "jira", "trello", "plane"];

export const commands = [
  command({
    path: "import",
    summary: "Import a workspace, or tasks from another tool (stop the server first)",
    args: { file: argument("File to import, or - for standard input", "files") },
    options: {
      from: value("<tool>", `Tool that wrote the file: ${oneOf(programs)}`, programs),
      workspace: value("<id>", "With --from: workspace to import into, by ID or name"),
      team: value("<key>", "With --from: team to import into"),
      by: value(
        "<address>",
        "With --from: email address of the owner or admin who imports the tasks (default: the first owner)",
      ),
      source: value(
        "<name>",
        "With --from: name for the source of the tasks, if two files use the same IDs",
      ),
      map: list("<column=field>", "With --from csv: map a column to a Backlog field (repeatable)"),
      mapStatus: list(
        "<name=status>",
        "With --from: map a status in the file to a Backlog status (repeatable)",
      ),
      mapPerson: list(
        "<name=address>",
        "With --from: match a person in the file to an email address (repeatable)",
      ),
      dryRun: flag("Check the import without changing anything"),
      json: flag("Print JSON (the default when piped)"),
    },
    examples: [
      "backlog import --dry-run acme.jsonl",
      "gunzip < acme.jsonl.gz | backlog import -",
      "backlog import issues.csv --from linear --workspace ws_01h2xcejqtf2nbrexx3vqjhp41 --team ENG",
      "backlog import work.csv --from csv --workspace ws_01h2xcejqtf2nbrexx3vqjhp41 --team ENG --map 'Topic=title'",
    ],
    run: ({ path, args, options, globals }) =>
      operate(async () => {
        const { environment, readConfig } = await import("../../../server/config.ts");
        const config = readConfig(environment());
        const dryRun = options.dryRun === true;
        const now = new Date();
        const { from, workspace, team, by, source, map, mapStatus, mapPerson } = options;
        if (from === undefined) {
          if (workspace ?? team ?? by ?? source ?? map ?? mapStatus ?? mapPerson) {
            throw usageFailure(path, "Add --from with the tool that exported the file.");
          }
          const { importFile } = await import("../transfer/import_file.ts");
          await print(globals, await importFile(config, args.file, { dryRun, now }), render);
          return;
        }
        if (workspace === undefined || team === undefined) {
          throw usageFailure(path, "--from also needs --workspace and --team.");
        }
        const { foreignOptions } = await import("../foreign/read.ts");
        const { importForeign } = await import("../foreign/import_foreign.ts");
        const { progress, summary } = await import("../foreign/summary.ts");
        const wanted = foreignOptions(from, { source, map, status: mapStatus, person: mapPerson });
        const report = await importForeign(config, args.file, {
          ...wanted,
          workspace,
          team,
          by,
          dryRun,
        }, { now, progress });
        await print<Report>(globals, report, summary);
      }),
  }),
];
