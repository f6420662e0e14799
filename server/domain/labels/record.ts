import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { Versioned } from "../core/versioned.ts";
import type { ReadContext } from "../core/operation.ts";
import { type ListPage, type PageRequest, readPage } from "../core/page.ts";
import type { LabelKind } from "./kinds.ts";
import { locateLabel } from "./locate.ts";
import type { Label } from "./schema.ts";

/** A label's JSON object, for a query over a kind's table `as l`. */
const labelJson = sql<string>`json_object('id', l.id, 'name', l.name, 'color', l.color,
  'description', l.description, 'version', l.version, 'createdAt', l.created_at,
  'archivedAt', l.archived_at)`;

/** Reads a label of a kind, archived or not, by ID or name. @throws NotFound */
export async function readLabel(
  context: ReadContext<Member>,
  kind: LabelKind,
  idOrName: string,
): Promise<Versioned<Label>> {
  const { id } = await locateLabel(context, kind, idOrName);
  const { rows } = await sql<Versioned<Label>>`
    select l.id, l.version, ${labelJson} as json from ${sql.table(kind.table)} l
    where l.id = ${id}`.execute(context.db);
  return rows[0]!;
}

/** Lists the workspace's labels of a kind, by name. Archived ones are listed only on request. */
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
