import { Failure } from "../../failure.ts";
import { parseExport } from "./file_text.ts";
import { columnsOf, type Layout, tasksOf } from "./layout.ts";
import { readSheet, type Sheet } from "./sheet.ts";
import { mirrored, type RelationKind } from "../../../server/domain/vocabulary.ts";
import type { ForeignComment, ForeignFile, ForeignLink, ForeignRelation } from "./task.ts";

/** Separates the values of a list in one cell. Older exports use commas. */
const PART = "\x1f";

/**
 * Plane's export of work items, as CSV or JSON with the same names, of which there are three versions.
 * https://docs.plane.so/core-concepts/export
 */
const layout: Layout = {
  program: "Plane",
  sure: ["ID|Identifier", "Name", "State|State Name"],
  list: listOf,
  unknown: "Backlog has no such field, or not in this format",
  columns: columnsOf({
    id: ["ID", "Identifier"],
    title: ["Name"],
    description: ["Description"],
    status: ["State", "State Name"],
    priority: ["Priority"],
    assignee: ["Assignee", "Assignees"],
    creator: ["Created By", "Created By Name"],
    labels: ["Labels"],
    project: ["Project", "Project Name"],
    milestone: ["Module Name", "Modules"],
    parent: ["Parent", "Parent Issue"],
    deadline: ["Target Date", "Due Date"],
    created: ["Created At"],
    updated: ["Updated At"],
    completed: ["Completed At"],
    archived: ["Archived At"],
    comment: ["Comments"],
    link: ["Links", "Link", "Attachment Links"],
    note: [
      "Start Date",
      "Cycle Name",
      "Cycles",
      "Estimate",
      "Issue Type",
      "Custom Properties",
      "Total Time Logged",
      "Customers",
      "Initiatives",
    ],
    ignore: [
      "Project Identifier",
      "Project ID",
      "Sequence ID",
      "Cycle Start Date",
      "Cycle End Date",
      "Relations",
      "Module Start Date",
      "Module Target Date",
      "Subscribers",
      "Subscribers Count",
      "Attachment Count",
      "Link Count",
      "Sub Issues Count",
      "Is Draft",
      "Is Epic",
    ],
  }),
  comments: commentsOf,
  links: (cell) => partsOf(cell).map(linkOf),
  finish(task, cell) {
    task.relations.push(...partsOf(cell("Relations")).flatMap(relationsOf));
    task.further = task.further.map(([name, value]) => [name, listOf(value).join(", ")]);
    const [assignee, ...others] = task.assignee.flatMap(listOf);
    task.assignee = assignee === undefined ? [] : [assignee];
    if (others.length > 0) task.further.push(["Also assigned to", others.join(", ")]);
    const [milestone = "", ...more] = listOf(task.milestone);
    task.milestone = milestone;
    if (more.length > 0) task.further.push(["Other modules", more.join(", ")]);
  },
};

function partsOf(cell: string): string[] {
  return (cell.includes(PART) ? cell.split(PART) : [cell]).map((one) => one.trim()).filter(Boolean);
}

/** Splits a link from `cellOf` into title and URL. */
function linkOf(said: string): ForeignLink {
  const [, title = "", url = said] = /^(.*)\s(\S+)$/s.exec(said) ?? [];
  return { title, url };
}

/** The kinds of relations by Plane's words. */
const relationWords: Readonly<Record<string, RelationKind>> = {
  blocked_by: "blockedBy",
  blocking: "blocks",
  duplicate: "duplicates",
};

/** `{"type": "blocked_by", "issue": "HAR-2", "direction": "outgoing"}`, or `{"blocked_by": "HAR-2"}` in older exports. */
function relationsOf(said: string): ForeignRelation[] {
  const read = Object(parsed(said) ?? {}) as Record<string, unknown>;
  const { type, issue, direction } = read;
  const all = typeof issue === "string" && typeof type === "string"
    ? [[type, issue] as const]
    : Object.entries(read);
  return all.flatMap(([word, other]) => {
    if (typeof other !== "string" || other === "") return [];
    const kind = relationWords[word] ?? "relatesTo";
    return [{ kind: direction === "incoming" ? mirrored[kind] : kind, other }];
  });
}

function listOf(cell: string): string[] {
  return cell.split(cell.includes(PART) ? PART : ",").map((one) => one.trim()).filter(Boolean);
}

function commentsOf(cell: string): ForeignComment[] {
  return cell.split(PART).filter(Boolean).map((one) => {
    const { comment, created_by: author, created_at: at } = Object(parsed(one) ?? {});
    if (typeof comment !== "string") return { author: [], at: "", body: one };
    return { author: author ? [String(author).trim()] : [], at: String(at ?? ""), body: comment };
  });
}

export function readPlane(text: string): Promise<ForeignFile> {
  const { headings, rows } = /^\s*[[{]/.test(text)
    ? sheetOf(parseExport(text, "Plane"))
    : readSheet(text);
  return tasksOf({
    headings: headings.map((heading) =>
      heading.replaceAll("_", " ").replace(/^[a-z]/, (one) => one.toUpperCase())
    ),
    rows: rows.map((row) => row.map(plainCell)),
  }, layout);
}

/** Converts JSON to a table. */
function sheetOf(read: unknown): Sheet {
  if (!Array.isArray(read) || read.length === 0 || read.some((one) => Object(one) !== one)) {
    throw new Failure(
      "The file isn't a list of work items from Plane. Nothing was imported.",
    );
  }
  const headings = [...new Set(read.flatMap((one) => Object.keys(one)))];
  return { headings, rows: read.map((one) => headings.map((heading) => cellOf(one[heading]))) };
}

/** Cleans a CSV cell: lists are JSON, and possible formulas start with an apostrophe. */
function plainCell(cell: string): string {
  const said = cell.replace(/^'(?=[=+\-@\t\r])/, "");
  const list = /^\s*[[{]/.test(said) ? parsed(said) : undefined;
  return Array.isArray(list) || list && typeof list === "object" ? cellOf(list) : said;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => PART + cellOf(one)).join("");
  if (typeof value !== "object") return String(value);
  const { url, title } = value as { url?: unknown; title?: unknown };
  if (typeof url === "string") return title && title !== url ? `${title} ${url}` : url;
  return Object.keys(value).length === 0 ? "" : JSON.stringify(value);
}
