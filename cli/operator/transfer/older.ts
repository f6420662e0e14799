import { z } from "zod";
import { moment } from "../../../server/domain/core/fields.ts";
import { nameKey } from "../../../server/domain/core/name_key.ts";
import { withoutUnseen } from "../../../server/domain/core/unseen.ts";
import type { Line } from "./format.ts";

/** The first schema versions of which deadlines are days, and no text holds a control character. */
const DAYS = 22;
const NO_CONTROLS = 24;

/** As JSON text has them. */
const ESCAPED = /\\u00(?:0[0-8bcef]|1[\da-f]|7f|[89][\da-f])|\\[bf]/gi;
/** What neither a line nor prose may hold. */
const CONTROLS = /(?![\t\n\r])\p{Cc}/gu;

/** Columns that hold one line each, which may have been kept before unseen characters were refused. */
const LINES = new Set(["name", "title", "summary", "expertise_area", "label", "subject_name"]);

/** A record of an older export with the texts that its database has once it is migrated, its lines as doors take them. */
export function asKeptNow(record: Line["record"], schemaVersion: number): Line["record"] {
  const seen = asSeen(record);
  if (schemaVersion >= NO_CONTROLS) return seen;
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
      seen[column] = withoutUnseen(value) || (value && "?");
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
}, "It is not JSON that says what was and what is.");

/** What a column of an older export holds, where that is something else than now. */
export function olderRule(kind: string, column: string, schemaVersion: number): z.ZodType | null {
  if (kind === "tasks" && column === "deadline_at" && schemaVersion < DAYS) return moment;
  return kind === "activity" && column === "data" && schemaVersion < NO_CONTROLS ? history : null;
}
