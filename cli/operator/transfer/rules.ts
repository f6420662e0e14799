import { z } from "zod";
import { automationScopes } from "../../../server/domain/automations/schema.ts";
import { day, email, markdown, name, taskTitle } from "../../../server/domain/core/fields.ts";
import { labelColors } from "../../../server/domain/labels/schema.ts";
import { username } from "../../../server/domain/profiles/schema.ts";
import { TemplateDefaults } from "../../../server/domain/project_templates/schema.ts";
import { ResourceCreate } from "../../../server/domain/resources/schema.ts";
import { filtersOf, ViewCreate } from "../../../server/domain/saved_views/schema.ts";
import { timeZone } from "../../../server/domain/workspaces/schema.ts";
import type { Line } from "./format.ts";

/** JSON text that holds what a schema takes. */
function json(schema: z.ZodType) {
  return z.string().transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: "custom", message: "It is not JSON." });
      return z.NEVER;
    }
  }).pipe(schema);
}

const facts = json(z.record(z.string(), z.unknown()));
const ids = z.array(z.string());
const instant = z.iso.datetime("Use a time such as 2026-12-03T17:00:00.000Z.");

/** What the columns of a name have to hold, in whatever table; the table's own rules come first. */
const columns: Record<string, z.ZodType> = {
  name,
  body: markdown,
  description: markdown,
  email,
  username,
  color: z.enum(labelColors),
  time_zone: timeZone,
  url: ResourceCreate.shape.url,
  deadline_at: day,
  start_date: day,
  target_date: day,
  data: facts,
  label_ids: json(ids),
  defaults: json(TemplateDefaults),
  scopes: json(z.array(z.enum(automationScopes))),
  grouping: ViewCreate.shape.grouping,
  sorting: ViewCreate.shape.sorting,
};
const own: Record<string, z.ZodType> = { "tasks.title": taskTitle };

/** The rules of more than one column. */
const filters = {
  task: json(filtersOf.task),
  project: json(filtersOf.project),
};

/**
 * What is wrong with a record by the rules that every other door holds it to; what the database itself refuses isn't
 * looked at.
 * @param kind a table, or `person`
 * @returns `has a url …`, to follow on the line's number; null where all is well
 */
export function wrongWith(kind: string, record: Line["record"]): string | null {
  for (const [column, value] of Object.entries(record)) {
    if (value === null) continue;
    const rule = ruleOf(kind, column, record);
    const issue = rule?.safeParse(value).error?.issues[0];
    if (issue) return `has a ${column} that can't be: ${issue.message}`;
    if (typeof value === "string" && (value.includes("\0") || !value.isWellFormed())) {
      return `has a ${column} with characters that can't be`;
    }
  }
  return null;
}

function ruleOf(kind: string, column: string, record: Line["record"]): z.ZodType | undefined {
  if (kind === "views" && column === "filters") return filters[record.kind as "task" | "project"];
  const rule = own[`${kind}.${column}`] ?? columns[column];
  return rule ?? (column.endsWith("_at") ? instant : undefined);
}
