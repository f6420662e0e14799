import { argument, command, flag, list, value } from "../../command.ts";
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
    ["People", `${peopleMade} new, ${peopleKnown} known by their address`],
  ]);
}

const programs = ["csv", "linear", "github", "jira", "trello", "plane"];

export const commands = [
  command({
    path: "import",
    summary: "Bring a workspace in, or another program's tasks, while no server runs",
    args: { file: argument("The export; - for standard input", "files") },
    options: {
      from: value("<program>", `Another program's: ${programs.join(", ")}`, programs),
      workspace: value("<id>", "With --from: where its tasks go, by id or name"),
      team: value("<key>", "With --from: whose they become"),
      by: value("<address>", "With --from: who imports, a manager; an owner unless said"),
      source: value("<name>", "With --from: where from, if two files have the same ids"),
      map: list("<column=field>", "Of csv: what a column is (repeatable)"),
      mapStatus: list("<said=status>", "What a status there means here (repeatable)"),
      mapPerson: list("<name=address>", "Who somebody there is here (repeatable)"),
      dryRun: flag("Find out whether it can be done, and leave nothing"),
      json: flag("Print JSON, as into a pipe"),
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
            throw usageFailure(path, "Say by --from which program the file comes from.");
          }
          const { importFile } = await import("../transfer/import_file.ts");
          await print(globals, await importFile(config, args.file, { dryRun, now }), render);
          return;
        }
        if (workspace === undefined || team === undefined) {
          throw usageFailure(path, "Another program's tasks need --workspace and --team.");
        }
        const { foreignOptions } = await import("../foreign/read.ts");
        const { importForeign } = await import("../foreign/import_foreign.ts");
        const { progress, summary } = await import("../foreign/told.ts");
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
