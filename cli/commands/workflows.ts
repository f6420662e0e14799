import type { Workflow } from "../../server/domain/workflows/schema.ts";
import { argument, flag } from "../command.ts";
import { inRows, listCommand, readCommand } from "../reading.ts";
import { listing, table } from "../table.ts";

/** Who uses a workflow, and whether a new team would. */
function standing({ archivedAt, isDefault, teamCount }: Workflow): string {
  if (archivedAt !== null) return "archived";
  const teams = `${teamCount} ${teamCount === 1 ? "team" : "teams"}`;
  return isDefault ? `${teams}, the default` : teams;
}

function renderOne({ workflow }: { workflow: Workflow }): string {
  const fields = listing([
    ["Workflow", workflow.name],
    ["Id", workflow.id],
    ["Used by", standing(workflow)],
  ]);
  const states = workflow.states.map(({ id, status, name }) => [id, status, name]);
  return `${fields}\n\n${table(["State id", "Status", "State"], states, "")}`;
}

export const commands = [
  listCommand({
    path: "workflows list",
    summary: "List the workflows, each with its states",
    at: "workflows",
    options: { includeArchived: flag("Archived ones too") },
    plural: "workflows",
    tell: inRows(
      ["Id", "Used by", "Name", "States"],
      (one: Workflow) => [
        ...[one.id, standing(one), one.name, one.states.map(({ name }) => name).join(", ")],
      ],
      "There are no workflows.",
    ),
  }),
  readCommand({
    path: "workflows show",
    summary: "Show a workflow with its states",
    at: "workflows/{workflow}",
    args: { workflow: argument("The workflow's id or name") },
    tell: renderOne,
  }),
];
