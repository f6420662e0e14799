import { columnsOf, type Layout, tasksOf } from "./layout.ts";
import { readSheet } from "./sheet.ts";
import type { ForeignFile } from "./task.ts";

/** Linear's export of issues, a CSV: https://linear.app/docs/exporting-data */
const layout: Layout = {
  program: "Linear",
  sure: ["ID", "Title", "Status", "Created"],
  list: (cell) => cell.split(","),
  unknown: "Backlog has no such field",
  columns: columnsOf({
    id: ["ID"],
    title: ["Title"],
    description: ["Description"],
    status: ["Status"],
    priority: ["Priority"],
    assignee: ["Assignee"],
    creator: ["Creator"],
    labels: ["Labels"],
    project: ["Project"],
    milestone: ["Project Milestone"],
    parent: ["Parent issue"],
    deadline: ["Due Date"],
    created: ["Created"],
    updated: ["Updated"],
    completed: ["Completed"],
    archived: ["Archived"],
    alias: ["UUID"],
    relatesTo: ["Related to"],
    blocks: ["Blocks"],
    blockedBy: ["Blocked by"],
    duplicates: ["Duplicate of"],
    note: ["Estimate", "Cycle Name", "Initiatives", "Roadmaps", "SLA Status"],
    ignore: [
      "Team",
      "Project ID",
      "Project Milestone ID",
      "Cycle Number",
      "Cycle Start",
      "Cycle End",
      "Started",
      "Triaged",
      "Canceled",
      "Time in status (minutes)",
    ],
  }),
  finish(task, cell) {
    const number = cell("Cycle Number");
    if (cell("Cycle Name") === "" && number !== "") task.further.push(["Cycle", number]);
    // Teams name their states freely, but these two also have times
    if (cell("Canceled") !== "") task.statusMeans = "cancelled";
    else if (task.completed !== "") task.statusMeans = "completed";
  },
};

export function readLinear(text: string): Promise<ForeignFile> {
  return tasksOf(readSheet(text), layout);
}
