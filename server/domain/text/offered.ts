import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { key, line } from "../core/fields.ts";
import { type Json, parseJson } from "../core/json.ts";
import { idsOrNames } from "../core/name_key.ts";
import type { ReadContext } from "../core/operation.ts";
import { nameScore, plainName } from "./name_score.ts";

/** The maximum number of records of a kind in a menu. Typing finds the others. */
export const OFFERED = 100;

/** A menu's request for records of a kind. */
export const offering = {
  q: line(200).optional().describe("Text to match against names. Best matches come first."),
  around: line(80).optional()
    .describe("Name of the group that the records belong to. `q` also matches this name."),
  named: z.array(key).optional()
    .describe("IDs or names of records to include if `q` is empty."),
  most: z.int().min(0).max(OFFERED).default(OFFERED).describe("Maximum number of suggestions."),
};
const Offering = z.strictObject(offering);

/** The records in a menu, and whether there are more, which typing finds. */
export interface Offered<T> {
  records: T[];
  more: boolean;
}

/** The SQL for reading a kind's records. */
export interface OfferedKind {
  /** One record as a JSON object. */
  json: RawBuilder<unknown>;
  from: RawBuilder<unknown>;
  where: RawBuilder<unknown>[];
  /** Additional conditions for records that aren't given by name. */
  offered?: RawBuilder<unknown>[];
  /** Constant SQL for the columns with the ID, the name, and another name. */
  id: string;
  name: string;
  besides?: string;
  /** The column that given names are compared with: a name's key, a username. */
  key?: string;
  /** Constant SQL for the order, first record first. */
  order: string;
}

/** Reads the records of a kind for a menu: the first in order, or the best matches for typed text. */
export async function readOffered<T extends { id: string }>(
  context: ReadContext,
  { q, around, named = [], most }: z.output<typeof Offering>,
  kind: OfferedKind,
): Promise<Offered<T>> {
  const { offered = [] } = kind;
  if (q?.trim()) return await readFitting(context, { q, around, most }, kind);
  const words = sql`(select value from json_each(${idsOrNames(named)}))`;
  const given = named.length === 0 ? [] : await read<T>(context, kind, [
    sql`(${sql.raw(kind.id)} in (select value ->> 'id' from ${words})
      ${
      kind.key ? sql`or ${sql.raw(kind.key)} in (select value ->> 'key' from ${words})` : sql``
    })`,
  ], named.length);
  if (most === 0) return { records: given, more: true };
  const first = await read<T>(context, kind, offered, most + 1);
  const more = first.length > most;
  const ids = new Set((more ? given : first).map(({ id }) => id));
  const begin = more ? given : first;
  const rest = more ? first.slice(0, most) : given;
  return { records: [...begin, ...rest.filter(({ id }) => !ids.has(id))], more };
}

type NamedRow = [id: string, name: string, besides: string];

async function readFitting<T extends { id: string }>(
  context: ReadContext,
  { q, around = "", most }: { q: string; around: string | undefined; most: number },
  kind: OfferedKind,
): Promise<Offered<T>> {
  const { from, where, offered = [], id, name, besides, order } = kind;
  // One value is several times faster to read than a row for each
  const { rows: [all] } = await sql<{ named: Json<NamedRow[]> }>`
    select json_group_array(json_array(${sql.raw(id)}, ${sql.raw(name)},
      ${sql.raw(besides ?? "''")}) order by ${sql.raw(order)}) as named
    from ${from} where ${sql.join([...where, ...offered], sql` and `)}`.execute(context.db);
  const rows = parseJson(all!.named);
  const typed = plainName(q);
  const fitting = rows
    .map(([id, name, besides]) => ({ id, score: nameScore(typed, name, `${besides} ${around}`) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score).slice(0, most);
  const places = new Map(fitting.map((one, n) => [one.id, n]));
  const ids = JSON.stringify([...places.keys()]);
  const found = await read<T>(context, kind, [
    sql`${sql.raw(id)} in (select value from json_each(${ids}))`,
  ], most);
  found.sort((a, b) => places.get(a.id)! - places.get(b.id)!);
  return { records: found, more: rows.length > found.length };
}

async function read<T>(
  { db }: ReadContext,
  { json, from, where, order }: OfferedKind,
  besides: readonly RawBuilder<unknown>[],
  most: number,
): Promise<T[]> {
  const { rows } = await sql<{ json: Json<T> }>`
    select ${json} as json from ${from} where ${sql.join([...where, ...besides], sql` and `)}
    order by ${sql.raw(order)} limit ${most}`.execute(db);
  return rows.map((row) => parseJson(row.json));
}

/** Does the same with given records. */
export function offeredOf<T extends { id: string; key?: string; name: string }>(
  all: readonly T[],
  { q = "", around = "", named = [] }: {
    q?: string | undefined;
    around?: string | undefined;
    named?: readonly string[];
  },
): Offered<T> {
  const typed = plainName(q.trim());
  if (typed) {
    const found = all.map((one) => ({
      one,
      score: nameScore(typed, one.name, `${one.key ?? ""} ${around}`),
    }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score).slice(0, OFFERED).map(({ one }) => one);
    return { records: found, more: all.length > found.length };
  }
  if (all.length <= OFFERED) return { records: [...all], more: false };
  const given = all.filter(({ id }) => named.includes(id));
  const first = all.slice(0, OFFERED).filter(({ id }) => !named.includes(id));
  return { records: [...given, ...first], more: true };
}
