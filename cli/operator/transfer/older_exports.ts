import { z } from "zod";
import { migrateWorkspace, SCHEMA_VERSION } from "../../../server/database/migrate.ts";
import { moment } from "../../../server/domain/core/fields.ts";
import { nameKey } from "../../../server/domain/core/name_key.ts";
import { withoutInvisible } from "../../../server/domain/core/invisible_characters.ts";
import type { Db } from "../../../server/domain/core/operation.ts";
import { FORMAT_VERSION, type Header, type Line, PERSON } from "./format.ts";
import { deadlinesToDays } from "./older_deadlines.ts";

/**
 * Exports from before the first release: their version, and their last schema version, which was numbered separately.
 * That schema has the tables of the current schema version 10.
 */
const BEFORE_RELEASE = { version: 1, lastSchema: 24, lastSchemaNow: 10 };

/** The first of those schemas in which deadlines are days, and in which texts have no control characters. */
const DAYS = 22;
const NO_CONTROLS = 24;

type Age = Pick<Header, "version" | "schemaVersion">;

/** Returns whether this program can read an export with this header. */
export function isKnown({ version, schemaVersion }: Partial<Age>): boolean {
  const schema = Number(schemaVersion);
  if (version === BEFORE_RELEASE.version) return schema <= BEFORE_RELEASE.lastSchema;
  return version === FORMAT_VERSION && schema <= SCHEMA_VERSION;
}

/** Migrates the records of an imported workspace. */
export async function bringUpToDate(tx: Db, header: Header): Promise<void> {
  const { version, schemaVersion, workspaceId } = header;
  if (isBefore(header, DAYS)) await deadlinesToDays(tx, workspaceId);
  const from = version === BEFORE_RELEASE.version ? BEFORE_RELEASE.lastSchemaNow : schemaVersion;
  await migrateWorkspace(tx, workspaceId, from);
}

/** @param schema a schema version from before the first release */
function isBefore({ version, schemaVersion }: Age, schema: number): boolean {
  return version === BEFORE_RELEASE.version && schemaVersion < schema;
}

/** Columns that had another name, by their table. */
const formerColumns: Record<string, Record<string, string>> = {
  activity: { door: "interface" },
  audit: { door: "interface" },
  approvals: { asker_id: "requester_id" },
};

/** Converts a record of an older export to the current columns. */
export function byColumnsNow(kind: string, record: Line["record"]): Line["record"] {
  if (kind === PERSON && record.project_reminders !== undefined) {
    const { project_reminders: reminded, ...others } = record;
    return { ...others, notifications: reminded === 0 ? '{"reminder":"off"}' : "{}" };
  }
  const names = formerColumns[kind];
  if (!names || !Object.keys(names).some((name) => name in record)) return record;
  const renamed: Line["record"] = {};
  for (const [column, value] of Object.entries(record)) renamed[names[column] ?? column] = value;
  if (kind === "activity" && typeof renamed.data === "string") {
    renamed.data = renamed.data.replace('"asker":', '"requester":');
  }
  return renamed;
}

/** Control characters escaped in JSON. */
const ESCAPED = /\\u00(?:0[0-8bcef]|1[\da-f]|7f|[89][\da-f])|\\[bf]/gi;
/** Control characters that no text can have. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;

/** Columns with one line of text, which might have invisible characters in older exports. */
const LINES = new Set(["name", "title", "summary", "expertise_area", "label", "subject_name"]);

/** Cleans the texts of an older export's record, as migrations do. */
export function asStoredNow(record: Line["record"], age: Age): Line["record"] {
  const seen = asSeen(record);
  if (!isBefore(age, NO_CONTROLS)) return seen;
  const texts = Object.entries(seen).map(([column, value]) => [
    column,
    typeof value === "string" ? without(value) : value,
  ]);
  const kept: Line["record"] = Object.fromEntries(texts);
  if (typeof kept.filters === "string") kept.filters = kept.filters.replace(ESCAPED, " ");
  if (kept.name_key !== undefined) kept.name_key = nameKey(String(kept.name).trim());
  return kept;
}

function asSeen(record: Line["record"]): Line["record"] {
  const seen = { ...record };
  for (const [column, value] of Object.entries(record)) {
    if (LINES.has(column) && typeof value === "string") {
      seen[column] = withoutInvisible(value) || (value && "?");
    }
  }
  if (seen.name_key !== undefined && seen.name !== record.name) {
    seen.name_key = nameKey(String(seen.name));
  }
  return seen;
}

function without(text: string): string {
  const spaced = text.replace(CONTROLS, " ");
  return spaced.trim() === "" && spaced !== text ? "?" : spaced;
}

const history = z.string().refine((text) => {
  try {
    return Object.keys(JSON.parse(text)).every((key) => key === "from" || key === "to");
  } catch {
    return false;
  }
}, "Use JSON with the old and new value.");

/** Returns the rule of a column whose values differ in an older export, or `null`. */
export function olderRule(kind: string, column: string, age: Age): z.ZodType | null {
  if (kind === "tasks" && column === "deadline_at" && isBefore(age, DAYS)) return moment;
  return kind === "activity" && column === "data" && isBefore(age, NO_CONTROLS) ? history : null;
}
