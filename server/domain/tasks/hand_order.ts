import { type RawBuilder, sql } from "kysely";
import { firstIdAt } from "../core/ids.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import type { StoredTask } from "./locate.ts";
import { keysBetween, LONGEST_KEY } from "./position_keys.ts";

/** A manual order: the column of a task's key, and the column that identifies tasks of the same order. */
export interface HandOrder {
  column: "position" | "sibling_position";
  of: "team_id" | "parent_id";
  /** Whether the highest key comes first. */
  highestFirst: boolean;
}

/** A team's order. New tasks come first. */
export const teamOrder: HandOrder = { column: "position", of: "team_id", highestFirst: true };
/** The order of sub-tasks. New sub-tasks come last. */
export const siblingOrder: HandOrder = {
  column: "sibling_position",
  of: "parent_id",
  highestFirst: false,
};

/** Returns a task's key in an order: the assigned one, or its ID. */
export function keyIn({ column }: HandOrder, task: StoredTask): string {
  return task[column] ?? task.id;
}

/** Returns the key as SQL for `tasks`. Every order has indexes of this form. */
const key = ({ column }: HandOrder): RawBuilder<string> => sql.raw(`ifnull(${column}, id)`);

/** Returns the keys that enclose the position directly above or below a task, or null at the end. */
export async function gapBeside(
  { db }: ReadContext,
  order: HandOrder,
  { task: { id }, other, side }: { task: StoredTask; other: StoredTask; side: "before" | "after" },
): Promise<[lower: string | null, upper: string | null]> {
  const at = keyIn(order, other);
  const higher = (side === "before") === order.highestFirst;
  const [than, way] = higher ? [sql.raw(">"), sql.raw("asc")] : [sql.raw("<"), sql.raw("desc")];
  const { rows: [beyond] } = await sql<{ key: string }>`
    select ${key(order)} as key from tasks
    where ${sql.ref(order.of)} = ${other[order.of]} and archived_at is null
      and ${key(order)} ${than} ${at} and id <> ${id} order by ${key(order)} ${way} limit 1`
    .execute(db);
  return higher ? [at, beyond?.key ?? null] : [beyond?.key ?? null, at];
}

/** Returns keys after all others of an order whose highest comes last, and after all existing IDs, lowest first. */
export async function keysAtEnd(
  { db, now }: WriteContext,
  order: HandOrder,
  of: string,
  count: number,
): Promise<string[]> {
  const { rows: [last] } = await sql<{ key: string }>`
    select ${key(order)} as key from tasks where ${sql.ref(order.of)} = ${of}
      and archived_at is null order by ${key(order)} desc limit 1`.execute(db);
  const latest = firstIdAt("task", now);
  return keysBetween(last && last.key > latest ? last.key : latest, null, count, Math.random);
}

/** The number of tasks on either side that first get new keys. */
const FIRST_REACH = 128;

/**
 * Gives the tasks around a too long key new ones at equal distances, without changing their order. Includes as many
 * tasks as needed until the keys are short.
 */
export async function spread(
  { tx, now }: WriteContext,
  order: HandOrder,
  of: string | null,
  around: string,
): Promise<void> {
  const side = async (than: string, way: string, reach: number) => {
    const { rows } = await sql<{ id: string; key: string }>`
      select id, ${key(order)} as key from tasks
      where ${sql.ref(order.of)} = ${of} and archived_at is null
        and ${key(order)} ${sql.raw(than)} ${around}
      order by ${key(order)} ${sql.raw(way)}, id ${sql.raw(way)} limit ${reach + 1}`.execute(tx);
    return { rows: rows.slice(0, reach), end: rows[reach]?.key ?? null };
  };
  for (let reach = FIRST_REACH;; reach *= 2) {
    const below = await side("<=", "desc", reach);
    const above = await side(">", "asc", reach);
    const tasks = [...below.rows.toReversed(), ...above.rows];
    const whole = below.end === null && above.end === null;
    // New tasks come above a completely renumbered order
    const upper = whole ? firstIdAt("task", now) : above.end;
    const keys = keysBetween(below.end, upper, tasks.length, Math.random);
    if (!whole && keys.some(({ length }) => length > LONGEST_KEY / 2)) continue;
    const rows = JSON.stringify(tasks.map(({ id }, n) => [id, keys[n]]));
    await sql`
      update tasks set ${sql.ref(order.column)} = k.value ->> 1 from json_each(${rows}) k
      where tasks.id = k.value ->> 0`.execute(tx);
    return;
  }
}
