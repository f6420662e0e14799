import { Failure } from "../../failure.ts";
import { parseExport } from "./file_text.ts";
import { columnsOf, type Layout, tasksOf } from "./layout.ts";
import { readSheet, type Sheet } from "./sheet.ts";
import type { ForeignFile } from "./task.ts";

/** Plane's export of work items, as CSV or JSON with the same names: https://docs.plane.so/core-concepts/export */
const layout: Layout = {
  program: "Plane",
  sure: ["ID", "Name", "State"],
  labels: /,/,
  unknown: "Backlog has no such field",
  columns: columnsOf({
    id: ["ID"],
    title: ["Name"],
    description: ["Description"],
    status: ["State"],
    priority: ["Priority"],
    assignee: ["Assignee", "Assignees"],
    creator: ["Created By"],
    labels: ["Labels"],
    project: ["Project"],
    milestone: ["Module Name"],
    parent: ["Parent", "Parent Issue"],
    deadline: ["Target Date", "Due Date"],
    created: ["Created At"],
    updated: ["Updated At"],
    completed: ["Completed At"],
    archived: ["Archived At"],
    note: ["Start Date", "Cycle Name", "Estimate", "Links"],
    ignore: [
      "Cycle Start Date",
      "Cycle End Date",
      "Module Start Date",
      "Module Target Date",
      "Attachment Count",
      "Subscribers Count",
    ],
  }),
};

export function readPlane(text: string): Promise<ForeignFile> {
  const sheet = /^\s*[[{]/.test(text) ? sheetOf(parseExport(text, "Plane")) : readSheet(text);
  return tasksOf(sheet, layout);
}

/** The same as a table. */
function sheetOf(read: unknown): Sheet {
  if (!Array.isArray(read) || read.length === 0 || read.some((one) => Object(one) !== one)) {
    throw new Failure(
      "The file is not as Plane exports it: a list of work items. Nothing was imported.",
    );
  }
  const headings = [...new Set(read.flatMap((one) => Object.keys(one)))];
  return {
    headings,
    rows: read.map((one) => headings.map((heading) => cellOf(one[heading]))),
  };
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cellOf).filter(Boolean).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
