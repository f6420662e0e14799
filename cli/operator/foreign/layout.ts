import { Failure } from "../../failure.ts";
import { placeOf, type Sheet } from "./sheet.ts";
import { relationKinds } from "../../../server/domain/vocabulary.ts";
import {
  emptyTask,
  type ForeignFile,
  type ForeignLink,
  type ForeignTask,
  type LeftOut,
} from "./task.ts";

/** The fields that a column can have. */
export const fields = [
  "id",
  "title",
  "description",
  "status",
  "priority",
  "assignee",
  "creator",
  "labels",
  "project",
  "milestone",
  "parent",
  "deadline",
  "created",
  "updated",
  "completed",
  "archived",
  "url",
  "comment",
  "link",
  ...relationKinds,
  "alias",
  "note",
  "ignore",
] as const;
export type Field = typeof fields[number];

/** The columns of a tool's table of tasks. */
export interface Layout {
  program: string;
  /** The field of each column, by its lowercase heading. */
  columns: ReadonlyMap<string, Field>;
  /** Required headings; `ID|Identifier` means either. */
  sure: readonly string[];
  /** Splits a cell with labels. */
  list(cell: string): string[];
  /** The reason why an unknown column isn't imported. */
  unknown: string;
  /** Completes a task from its row. */
  finish?(task: ForeignTask, cell: (heading: string) => string): void;
  comments?(cell: string): ForeignTask["comments"];
  links?(cell: string): ForeignLink[];
  /** Returns the field of a column whose lowercase heading follows a pattern. */
  columnOf?(heading: string): Field | undefined;
  /** Returns whether a heading has information that the field loses, so that the cell is also kept as text. */
  saysMore?(heading: string): boolean;
}

/** Builds a table of fields by heading, ignoring case. */
export function columnsOf(
  columns: Partial<Record<Field, readonly string[]>>,
): ReadonlyMap<string, Field> {
  return new Map(
    Object.entries(columns).flatMap(([field, names]) =>
      names.map((name) => [name.toLowerCase(), field as Field] as const)
    ),
  );
}

/**
 * Reads the tasks of a table.
 * @param mapped additional fields by heading
 * @throws Failure if required headings or the title are missing
 */
export async function tasksOf(
  sheet: Sheet,
  layout: Layout,
  mapped: ReadonlyMap<string, Field> = new Map(),
): Promise<ForeignFile> {
  const known = sheet.headings.map((heading) => heading.toLowerCase());
  const missing = layout.sure.filter((one) =>
    !one.toLowerCase().split("|").some((name) => known.includes(name))
  );
  if (missing.length > 0) {
    throw new Failure(
      `The file isn't an export from ${layout.program}. The file has no column ${
        missing.join(", ").replaceAll("|", " or ")
      }. Nothing was imported.`,
    );
  }
  const columns = known.map((name) =>
    mapped.get(name) ?? layout.columns.get(name) ?? layout.columnOf?.(name)
  );
  if (!columns.includes("title")) {
    throw new Failure(
      "The file has no title column. Choose a title column with --map 'COLUMN=title'. Nothing was imported.",
    );
  }
  const tasks: ForeignTask[] = [];
  for (const [at, row] of sheet.rows.entries()) {
    tasks.push(taskOf(row, at, { sheet, columns, layout, key: await keyOf(row, columns) }));
  }
  return { tasks: numbered(tasks), leftOut: unread(sheet, columns, layout) };
}

interface Reading {
  sheet: Sheet;
  columns: (Field | undefined)[];
  layout: Layout;
  key: string;
}

function taskOf(row: string[], at: number, { sheet, columns, layout, key }: Reading): ForeignTask {
  const task = emptyTask(key, placeOf(at));
  for (const [n, field] of columns.entries()) {
    const cell = row[n]!.trim();
    if (cell !== "" && field !== undefined) {
      put(task, { field, cell, heading: sheet.headings[n]! }, layout);
    }
  }
  const cell = (heading: string) => {
    const n = sheet.headings.findIndex((one) => one.toLowerCase() === heading.toLowerCase());
    return n < 0 ? "" : row[n]!.trim();
  };
  layout.finish?.(task, cell);
  return task;
}

function put(
  task: ForeignTask,
  { field, cell, heading }: { field: Field; cell: string; heading: string },
  layout: Layout,
): void {
  if (layout.saysMore?.(heading)) task.further.push([heading, cell]);
  switch (field) {
    case "ignore":
      return;
    case "id":
      if (cell !== task.key) task.aliases.push(cell);
      return;
    case "alias":
      return void task.aliases.push(cell);
    case "note":
      return void task.further.push([heading, cell]);
    case "labels":
      return void task.labels.push(
        ...layout.list(cell).map((name) => ({ name: name.trim(), color: null })),
      );
    case "comment":
      return void task.comments.push(
        ...(layout.comments?.(cell) ?? [{ author: [], at: "", body: cell }]),
      );
    case "link":
      return void task.links.push(...(layout.links?.(cell) ?? linksIn(cell)));
    case "blocks":
    case "blockedBy":
    case "relatesTo":
    case "duplicates":
    case "duplicatedBy":
      return void task.relations.push(
        ...cell.split(/[,;\n]/).map((one) => one.trim()).filter(Boolean)
          .map((other) => ({ kind: field, other })),
      );
    case "assignee":
    case "creator":
      return void task[field].push(cell);
    case "url":
      if (task.url === null) task.url = cell;
      else task.links.push({ title: "", url: cell });
      return;
    case "parent":
      // Several columns can have the parent
      task.parent ||= cell;
      return;
    default:
      // Of several columns with the same field, the first with a value counts
      if (task[field] === "") task[field] = cell;
      else if (task[field] !== cell) task.further.push([heading, cell]);
  }
}

/** Splits URLs, separated by lines or spaces. */
function linksIn(cell: string): ForeignLink[] {
  return cell.split(/[\s,;]+(?=https?:)|\n/).map((url) => url.trim()).filter(Boolean)
    .map((url) => ({ title: "", url }));
}

/** Returns a row's key: its ID, or a hash of the row. */
async function keyOf(row: string[], columns: (Field | undefined)[]): Promise<string> {
  const said = row.find((cell, n) => columns[n] === "id" && cell.trim() !== "");
  if (said !== undefined) return said.trim();
  const bytes = new TextEncoder().encode(JSON.stringify(row));
  return `row:${new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex().slice(0, 32)}`;
}

/** Numbers equal rows without an ID, which are separate tasks. */
function numbered(tasks: ForeignTask[]): ForeignTask[] {
  const seen = new Map<string, number>();
  return tasks.map((task) => {
    if (!task.key.startsWith("row:")) return task;
    const times = (seen.get(task.key) ?? 0) + 1;
    seen.set(task.key, times);
    return times === 1 ? task : { ...task, key: `${task.key}:${times}` };
  });
}

/** Returns the columns with values that aren't imported. */
function unread(sheet: Sheet, columns: (Field | undefined)[], layout: Layout): LeftOut[] {
  const names = columns.flatMap((field, n) => {
    const says = field === undefined && sheet.rows.some((row) => row[n]!.trim() !== "");
    return says ? [sheet.headings[n]!] : [];
  });
  return [...new Set(names)].map((name) => ({
    what: "Column",
    why: layout.unknown,
    of: name,
  }));
}
