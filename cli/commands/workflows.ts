import type { Workflow } from "../../server/domain/workflows/schema.ts";
import { argument, flag } from "../command.ts";
import { inRows, listCommand, readCommand } from "../reading.ts";
import { listing, table } from "../table.ts";

/** Describes how many teams use a workflow, and whether it is the default. */
function standing({ archivedAt, isDefault, teamCount }: Workflow): string {
  if (archivedAt !== null) return "archived";
  const teams = `${teamCount} ${teamCount === 1 ? "team" : "teams"}`;
  return isDefault ? `${teams}, default` : teams;
}

function renderOne({ workflow }: { workflow: Workflow }): string {
  const fields = listing([
    ["Workflow", workflow.name],
    ["ID", workflow.id],
    ["Used by", standing(workflow)],
  ]);
  const states = workflow.states.map(({ id, status, name }) => [id, status, name]);
  return `${fields}\n\n${table(["State ID", "Status", "State"], states, "")}`;
}

export const commands = [
  listCommand({
    path: "workflows list",
    summary: "List workflows with their states",
    at: "workflows",
    options: { includeArchived: flag("Include archived records") },
    plural: "workflows",
    format: inRows(
      ["ID", "Used by", "Name", "States"],
      (one: Workflow) => [
        ...[one.id, standing(one), one.name, one.states.map(({ name }) => name).join(", ")],
      ],
      "No workflows yet",
    ),
  }),
  readCommand({
    path: "workflows show",
    summary: "Show a workflow with its states",
    at: "workflows/{workflow}",
    args: { workflow: argument("Workflow, by ID or name") },
    format: renderOne,
  }),
];
