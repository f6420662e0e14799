import { unguardFormulas } from "../../../server/domain/text/formulas.ts";
import { badValue } from "../../failure.ts";
import { columnsOf, type Field, fields, type Layout, tasksOf } from "./layout.ts";
import { readSheet } from "./sheet.ts";
import type { ForeignFile } from "./task.ts";

/** A plain table, with common names of columns. */
const layout: Layout = {
  program: "CSV",
  sure: [],
  list: (cell) => cell.split(/[,;]/),
  unknown:
    "no field has this name; choose a field with --map 'COLUMN=field', or keep the text with --map 'COLUMN=note'",
  columns: columnsOf({
    id: ["id", "key", "issue key", "issue id", "number", "reference", "identifier"],
    title: ["title", "name", "summary", "subject", "task", "task name", "issue"],
    description: ["description", "body", "notes", "details", "text"],
    status: ["status", "state", "column", "list", "stage"],
    priority: ["priority", "importance", "urgency"],
    assignee: ["assignee", "assigned to", "owner", "assignee email", "responsible"],
    creator: ["creator", "created by", "reporter", "author", "requester"],
    labels: ["labels", "label", "tags", "tag", "categories", "category"],
    project: ["project", "project name", "epic"],
    milestone: ["milestone", "project milestone"],
    parent: ["parent", "parent id", "parent key", "parent issue", "parent task"],
    deadline: ["deadline", "due", "due date", "due at", "target date", "deadline at"],
    created: ["created", "created at", "created date", "date created", "creation date"],
    updated: ["updated", "updated at", "last modified", "modified"],
    completed: ["completed", "completed at", "completed date", "resolved", "closed at", "done at"],
    archived: ["archived", "archived at"],
    url: ["url", "link"],
    comment: ["comment", "comments"],
    link: ["links", "attachments", "attachment", "attachment urls"],
    blocks: ["blocks", "blocking"],
    blockedBy: ["blocked by", "depends on", "dependencies"],
    relatesTo: ["related to", "relates to", "related", "related issues"],
    duplicates: ["duplicates", "duplicate of"],
    duplicatedBy: ["duplicated by"],
  }),
};

/** @param mapped the result of `fieldsFrom` */
export function readCsv(text: string, mapped: ReadonlyMap<string, Field>): Promise<ForeignFile> {
  const { headings, rows } = readSheet(text);
  const sheet = { headings, rows: rows.map((row) => row.map(unguardFormulas)) };
  const known = sheet.headings.map((heading) => heading.toLowerCase());
  for (const column of mapped.keys()) {
    if (known.includes(column.toLowerCase())) continue;
    throw badValue(
      `Unknown column ${column} in --map. Use one of ${sheet.headings.slice(0, 30).join(", ")}.`,
    );
  }
  const byHeading = [...mapped].map(([column, field]) => [column.toLowerCase(), field] as const);
  return tasksOf(sheet, layout, new Map(byHeading));
}

/** Parses `--map 'Column=field'`. @throws Failure for an unknown field */
export function fieldsFrom(words: readonly string[]): ReadonlyMap<string, Field> {
  return new Map(words.map((word) => {
    const at = word.lastIndexOf("=");
    const said = word.slice(at + 1).trim().toLowerCase();
    const field = fields.find((one) => one.toLowerCase() === said);
    if (at < 1 || !field) {
      throw badValue(
        `--map ${word} isn't in the form COLUMN=field. Use one of these fields: ${
          fields.join(", ")
        }.`,
      );
    }
    return [word.slice(0, at).trim(), field] as const;
  }));
}
