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

/** What a column can be of a task. */
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

/** How a program lays its tasks out as a table. */
export interface Layout {
  program: string;
  /** What each column is, by its heading in small letters. */
  columns: ReadonlyMap<string, Field>;
  /** Headings that every such file has; of `ID|Identifier` one of them. */
  sure: readonly string[];
  /** The labels that stand in one cell. */
  list(cell: string): string[];
  /** Why what stands in no field isn't carried over. */
  unknown: string;
  /** A last look at a task, by its row. */
  finish?(task: ForeignTask, cell: (heading: string) => string): void;
  comments?(cell: string): ForeignTask["comments"];
  links?(cell: string): ForeignLink[];
  /** What a column is whose heading says more than a name, in small letters. */
  columnOf?(heading: string): Field | undefined;
  /** Whether a heading says more than what its column becomes, so that its cells are kept besides. */
  saysMore?(heading: string): boolean;
}

/** Headings as a table of them: `ID` and `id` are one. */
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
 * The tasks of a table.
 * @param mapped what columns are besides what the layout knows, by their headings
 * @throws Failure where the headings aren't the layout's, or no column is a title
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
      `The file is not as ${layout.program} exports it: it has no column ${
        missing.join(", ").replaceAll("|", " or ")
      }. Nothing was imported.`,
    );
  }
  const columns = known.map((name) =>
    mapped.get(name) ?? layout.columns.get(name) ?? layout.columnOf?.(name)
  );
  if (!columns.includes("title")) {
    throw new Failure(
      "No column is the title; say which by --map 'COLUMN=title'. Nothing was imported.",
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
      // One task may be named in several ways
      task.parent ||= cell;
      return;
    default:
      // Of columns that are one field the first that says anything counts
      if (task[field] === "") task[field] = cell;
      else if (task[field] !== cell) task.further.push([heading, cell]);
  }
}

/** Addresses, each on a line or between spaces. */
function linksIn(cell: string): ForeignLink[] {
  return cell.split(/[\s,;]+(?=https?:)|\n/).map((url) => url.trim()).filter(Boolean)
    .map((url) => ({ title: "", url }));
}

/** What tells a row apart: its id, or where no column is one, all that it says. */
async function keyOf(row: string[], columns: (Field | undefined)[]): Promise<string> {
  const said = row.find((cell, n) => columns[n] === "id" && cell.trim() !== "");
  if (said !== undefined) return said.trim();
  const bytes = new TextEncoder().encode(JSON.stringify(row));
  return `row:${new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex().slice(0, 32)}`;
}

/** Rows that say the same and have no id are as many tasks. */
function numbered(tasks: ForeignTask[]): ForeignTask[] {
  const seen = new Map<string, number>();
  return tasks.map((task) => {
    if (!task.key.startsWith("row:")) return task;
    const times = (seen.get(task.key) ?? 0) + 1;
    seen.set(task.key, times);
    return times === 1 ? task : { ...task, key: `${task.key}:${times}` };
  });
}

/** The columns of which nothing is made, and that say something. */
function unread(sheet: Sheet, columns: (Field | undefined)[], layout: Layout): LeftOut[] {
  const names = columns.flatMap((field, n) => {
    const says = field === undefined && sheet.rows.some((row) => row[n]!.trim() !== "");
    return says ? [sheet.headings[n]!] : [];
  });
  return [...new Set(names)].map((name) => ({
    what: "A column",
    why: layout.unknown,
    of: name,
  }));
}
