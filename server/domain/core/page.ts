import { Buffer } from "node:buffer";
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { invalidField } from "./errors.ts";
import {
  type Actor,
  type Operation,
  perform,
  type ReadContext,
  type Services,
} from "./operation.ts";
import { type Json, parseJson } from "./json.ts";
import { LARGEST_PAGE } from "./page_size.ts";

/** One page of a list. */
export interface ListPage<T> {
  records: Json<T[]>;
  /** The number of records on the page. */
  size: number;
  /** The cursor of the next page, or null on the last. */
  nextCursor: string | null;
}

/** The order of a list. Pages continue by key, so that inserts and deletions neither repeat nor skip records. */
export interface ListOrder {
  /** The list's name, so that cursors of other lists are refused. */
  list: string;
  /** Constant SQL, of which the last is unique and none is null: `t.name collate nocase`, `t.id`. */
  by: readonly string[];
  /** Whether the greatest comes first. */
  descending?: true;
  /**
   * The table, if `by` is a row number that counts all workspaces' rows. The cursor then contains the row's ID, so that
   * it doesn't reveal other workspaces' activity.
   */
  countedIn?: "activity" | "audit";
}

/** The requested part of a list. */
export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
}

/** The SQL parts of a list. */
export interface ListParts {
  /** One record as a JSON object. */
  json: RawBuilder<unknown>;
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>[];
  /** Whether records are so short that one statement reads the page. */
  isShort?: boolean | undefined;
}

/** Maximum number of bytes of a page's records as JSON. A larger record gets its own page. */
export const PAGE_BYTES = 1_000_000;

/** A UTF-16 code unit becomes at most three bytes. RFC 3629, 3 */
const MOST_BYTES_PER_UNIT = 3;

/**
 * Maximum number of records that one statement reads before their length is known, which bounds how much a list of long
 * texts reads beyond its page. A longer page needs a second statement in any case, so its first one reads few records.
 */
const ONE_STATEMENT = 50;
const FIRST_OF_SEVERAL = 10;

/**
 * Reads one page of a list. All paginated lists are read here. A page ends early if it would exceed `PAGE_BYTES`.
 * @throws Invalid if the cursor is invalid or belongs to another list
 */
export async function readPage<T>(
  context: ReadContext,
  order: ListOrder,
  { limit, cursor }: PageRequest,
  parts: ListParts,
): Promise<ListPage<T>> {
  const texts: string[] = [];
  let [size, bytes, nextCursor] = [0, 0, cursor ?? null];
  for (;;) {
    const wanted = parts.isShort ? limit : fittingLike({ size, bytes }, limit - size);
    const asked = { limit: wanted, cursor: nextCursor ?? undefined, used: bytes };
    const run = await readRun(context, order, asked, parts);
    if (run.size > 0) texts.push(run.text);
    size += run.size;
    nextCursor = run.nextCursor;
    if (run.size < wanted || nextCursor === null || size >= limit) break;
    bytes += Buffer.byteLength(run.text);
  }
  const records = texts.length > 1 ? texts.join(BETWEEN_RECORDS) : texts[0] ?? "";
  return { records: `[${records}]`, size, nextCursor };
}

/** Returns how many of a page's remaining records would fit if they are as long as those on it. */
function fittingLike({ size, bytes }: { size: number; bytes: number }, limit: number): number {
  if (size === 0) return limit <= ONE_STATEMENT ? limit : FIRST_OF_SEVERAL;
  return Math.min(limit, Math.max(1, Math.ceil((PAGE_BYTES - bytes) * size / bytes)));
}

/** The records that one statement read, up to those that fit on a page. */
interface Run {
  text: string;
  size: number;
  nextCursor: string | null;
}

/** Reads a page's next records. @param asked.used how many of the page's bytes are used */
async function readRun(
  { db }: ReadContext,
  order: ListOrder,
  { limit, cursor, used }: PageRequest & { used: number },
  { json, from, where }: ListParts,
): Promise<Run> {
  const conditions = cursor === undefined ? where : [...where, afterCursor(order, cursor)];
  // One more record than wanted shows whether there is another page. All records come as one text, which costs less
  // than a row each, in the order of the inner limit.
  const { rows } = await sql<{ keys: string | null; records: string | null }>`
    select group_concat(key, ${BETWEEN}) as keys, group_concat(json, ${BETWEEN}) as records from (
      select json_array(${sql.raw(keysOf(order))}) as key, ${json} as json from ${from}
      ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
      order by ${sorting(order)} limit ${limit + 1}) limit 1`.execute(db);
  const { keys, records } = rows[0]!;
  if (keys === null || records === null) return { text: "", size: 0, nextCursor: null };
  const found = keys.split(BETWEEN_RECORDS);
  const isLast = found.length <= limit;
  const text = isLast ? records : records.slice(0, records.lastIndexOf(BETWEEN_RECORDS));
  const run = fittingOf(text, Math.min(found.length, limit), used);
  if (isLast && run.size === found.length) return { ...run, nextCursor: null };
  const last = found[run.size - 1];
  return { ...run, nextCursor: last === undefined ? cursor! : writeCursor(order, last) };
}

/** Returns the records that fit on a page. The first record of a page always fits. */
function fittingOf(text: string, size: number, used: number): Omit<Run, "nextCursor"> {
  // Most texts are so short that their bytes needn't be counted
  const fits = used + text.length * MOST_BYTES_PER_UNIT <= PAGE_BYTES ||
    used + Buffer.byteLength(text) <= PAGE_BYTES;
  if (fits) return { text, size };
  const records = text.split(BETWEEN_RECORDS);
  let end = used;
  const over = records.findIndex((record, n) => {
    end += Buffer.byteLength(record) + BETWEEN_RECORDS.length;
    return end > PAGE_BYTES && used + n > 0;
  });
  const fitting = over === -1 ? records : records.slice(0, over);
  return { text: fitting.join(BETWEEN_RECORDS), size: fitting.length };
}

/** The separator of records on a page. SQLite writes no line breaks inside JSON, so each record starts after one. */
export const BETWEEN_RECORDS = ",\n";
const BETWEEN = sql.lit(BETWEEN_RECORDS);

/** One of several lists that are merged. Each is sorted by its own index. */
export interface ListArm {
  /** The columns of the order in this list. */
  by: readonly string[];
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>;
}

/**
 * Returns the first records of several lists as a table of their keys, `key_0` and so on. Records in several lists
 * appear once. SQLite merges the lists as it reads, so that it reads no more of each than needed.
 * https://sqlite.org/eqp.html, 1.4
 * @throws Invalid if the cursor is invalid or belongs to another list
 */
export function mergedArms(
  order: ListOrder,
  { limit, cursor }: PageRequest,
  arms: readonly ListArm[],
): RawBuilder<unknown> {
  const keys = order.by.map((_, n) => `key_${n}`);
  const selects = arms.map(({ by, from, where }) => {
    const columns = sql.raw(by.map((column, n) => `${column} as ${keys[n]}`).join(", "));
    const after = cursor === undefined ? sql`` : sql`and ${afterCursor({ ...order, by }, cursor)}`;
    return sql`select ${columns} from ${from} where ${where} ${after}`;
  });
  return sql`(${sql.join(selects, sql` union `)}
    order by ${sorting({ ...order, by: keys })} limit ${limit})`;
}

/**
 * Reads every record of a list, page by page, for menus.
 * @throws errors of `perform`
 */
export async function listAll<A extends Actor, T>(
  services: Services,
  actor: A,
  list: Operation<A, z.ZodType, ListPage<T>>,
  input: Record<string, unknown> = {},
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | null | undefined;
  do {
    const asked = { ...input, limit: LARGEST_PAGE, ...(cursor ? { cursor } : {}) };
    const page = await perform(services, actor, list, asked);
    all.push(...parseJson(page.records));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

/**
 * Returns the condition for records after a cursor.
 * @throws Invalid if the cursor is invalid or belongs to another list
 */
export function afterCursor(order: ListOrder, cursor: string): RawBuilder<unknown> {
  const key = readCursor(order, cursor);
  const numbered = order.countedIn
    ? [sql`(select seq from ${sql.table(order.countedIn)} where id = ${key[0]})`]
    : key;
  return compared(order, order.descending ? "<" : ">", numbered);
}

/** Returns the values of a record in a cursor. */
function keysOf({ by: [first = "", ...others], countedIn }: ListOrder): string {
  return countedIn ? first.replace(/\w+$/, "id") : [first, ...others].join(", ");
}

/** The values of one record in a list's order. */
export type ListKey = readonly (string | number)[];

/** Returns the condition for records before a record in a list. */
export function beforeKey(order: ListOrder, key: ListKey): RawBuilder<unknown> {
  return compared(order, order.descending ? ">" : "<", key);
}

/**
 * Returns the key of the record at a distance from a cursor or from the start of a list, or undefined past the end.
 * @throws Invalid if the cursor is invalid or belongs to another list
 */
export async function keyAhead(
  { db }: ReadContext,
  order: ListOrder,
  { places, cursor }: { places: number; cursor?: string | undefined },
  { from, where }: Omit<ListParts, "json">,
): Promise<ListKey | undefined> {
  const conditions = cursor === undefined ? where : [...where, afterCursor(order, cursor)];
  const { rows } = await sql<{ key: string }>`
    select json_array(${sql.raw(order.by.join(", "))}) as key from ${from}
    where ${sql.join(conditions, sql` and `)}
    order by ${sorting(order)} limit 1 offset ${places}`.execute(db);
  return rows[0] && JSON.parse(rows[0].key);
}

function compared(
  { by }: ListOrder,
  than: "<" | ">",
  key: readonly (ListKey[number] | RawBuilder<unknown>)[],
): RawBuilder<unknown> {
  const [first = "", ...others] = by;
  const side = sql.raw(than);
  if (others.length === 0) return sql`${sql.raw(first)} ${side} ${key[0]}`;
  const beyond = sql`(${sql.raw(by.join(", "))}) ${side} (${sql.join(key)})`;
  // SQLite can't seek in an index by a row value that starts with an expression, but it can by that single value.
  if (/^[\w.]+$/.test(first)) return beyond;
  return sql`${sql.raw(first)} ${side}= ${key[0]} and ${beyond}`;
}

/** Returns an order as SQL. */
export function sorting({ by, descending }: ListOrder): RawBuilder<unknown> {
  return sql.raw(by.map((one) => descending ? `${one} desc` : one).join(", "));
}

/** The end of a page: the list, and the key of its last record. */
const Position = z.tuple([z.string(), z.array(z.union([z.string(), z.number()]))]);

function readCursor({ list, by }: ListOrder, cursor: string): ListKey {
  try {
    const [from, key] = Position.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    if (from === list && key.length === by.length) return key;
  } catch { /* refused below */ }
  throw invalidField("cursor", "Use a nextCursor from this list.");
}

/** Returns the cursor after a record in a list. @param key the record's values in the list's order */
export function cursorAfter(order: ListOrder, key: ListKey): string {
  return writeCursor(order, JSON.stringify(key));
}

function writeCursor({ list }: ListOrder, key: string): string {
  return Buffer.from(`[${JSON.stringify(list)},${key}]`).toString("base64url");
}
