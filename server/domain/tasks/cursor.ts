import { Buffer } from "node:buffer";
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { invalidField } from "../errors.ts";
import type { TaskSort } from "./schema.ts";

/** Where a page ended: the sort, the sorted value, and the id that breaks ties. */
const Position = z.tuple([z.string(), z.union([z.string(), z.number(), z.null()]), z.string()]);

interface Order {
  column: string;
  descending: boolean;
}

const orders: Record<TaskSort, Order> = {
  "-createdAt": { column: "t.id", descending: true },
  createdAt: { column: "t.id", descending: false },
  "-updatedAt": { column: "t.updated_at", descending: true },
  updatedAt: { column: "t.updated_at", descending: false },
  "-priority": { column: "t.priority", descending: true },
  deadlineAt: { column: "t.deadline_at", descending: false },
};

/** The column that a sort compares; ids sort by the time they were made. */
export function sortColumn(sort: TaskSort): RawBuilder<unknown> {
  return sql.raw(orders[sort].column);
}

export function orderBy(sort: TaskSort): RawBuilder<unknown> {
  const { column, descending } = orders[sort];
  const way = descending ? "desc" : "asc";
  return sql.raw(column === "t.id" ? `t.id ${way}` : `${column} ${way}, t.id ${way}`);
}

/**
 * The condition for what comes after a cursor: the page goes on by key, so that inserts neither repeat nor skip
 * a record.
 * @throws Invalid when the cursor isn't one, or belongs to another sort
 */
export function afterCursor(sort: TaskSort, cursor: string): RawBuilder<unknown> {
  const [from, value, id] = readCursor(cursor);
  if (from !== sort) throw invalidField("cursor", "This cursor belongs to another sort.");
  const { column, descending } = orders[sort];
  const than = sql.raw(descending ? "<" : ">");
  if (column === "t.id") return sql`t.id ${than} ${id}`;
  return sql`(${sql.raw(column)}, t.id) ${than} (${value}, ${id})`;
}

/** The cursor that goes on behind a record. */
export function cursorAfter(sort: TaskSort, value: string | number | null, id: string): string {
  const position: z.output<typeof Position> = [
    sort,
    orders[sort].column === "t.id" ? null : value,
    id,
  ];
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

function readCursor(cursor: string): z.output<typeof Position> {
  try {
    return Position.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw invalidField("cursor", "Pass a nextCursor as it was given.");
  }
}
