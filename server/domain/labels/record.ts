import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { NotFound } from "../core/errors.ts";
import type { Versioned } from "../core/versioned.ts";
import type { ReadContext } from "../core/operation.ts";
import { type ListPage, type PageRequest, readPage } from "../core/page.ts";
import type { LabelKind } from "./kinds.ts";
import type { Label } from "./schema.ts";

/** A label's JSON object, for a query over a kind's table `as l`. */
const labelJson = sql<string>`json_object('id', l.id, 'name', l.name, 'color', l.color,
  'description', l.description, 'version', l.version, 'createdAt', l.created_at,
  'archivedAt', l.archived_at)`;

/** One label of a kind, archived or not. @throws NotFound */
export async function readLabel(
  { db, actor }: ReadContext<Member>,
  { table, noun }: LabelKind,
  id: string,
): Promise<Versioned<Label>> {
  const { rows } = await sql<Versioned<Label>>`
    select l.id, l.version, ${labelJson} as json from ${sql.table(table)} l
    where l.id = ${id} and l.workspace_id = ${actor.workspace.id}`.execute(db);
  if (rows[0]) return rows[0];
  throw noSuchLabel(noun, id);
}

export function noSuchLabel(noun: string, id: string): NotFound {
  return new NotFound(`There is no ${noun} ${id} here.`);
}

/** The workspace's labels of a kind, by name; archived ones only when asked for. */
export function readLabels(
  context: ReadContext<Member>,
  { table, noun }: LabelKind,
  { includeArchived, ...page }: PageRequest & { includeArchived?: boolean | undefined },
): Promise<ListPage<Label>> {
  const byName = { list: `${noun}s`, by: ["l.name collate nocase", "l.id"] };
  return readPage(context, byName, page, {
    json: labelJson,
    from: sql`${sql.table(table)} l`,
    where: [
      sql`l.workspace_id = ${context.actor.workspace.id}`,
      ...(includeArchived ? [] : [sql`l.archived_at is null`]),
    ],
  });
}
