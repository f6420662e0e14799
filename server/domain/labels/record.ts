import { sql } from "kysely";
import type { Member } from "../actor.ts";
import { NotFound } from "../errors.ts";
import type { Found } from "../found.ts";
import type { Db } from "../operation.ts";
import type { Label } from "./schema.ts";

/** A label's JSON object, for a query over `task_labels as l`. */
export const labelJson = sql<string>`json_object('id', l.id, 'name', l.name, 'color', l.color,
  'description', l.description, 'version', l.version, 'createdAt', l.created_at,
  'archivedAt', l.archived_at)`;

/** One task label, archived or not. @throws NotFound */
export async function readLabel(db: Db, actor: Member, id: string): Promise<Found<Label>> {
  const { rows } = await sql<Found<Label>>`
    select l.id, l.version, ${labelJson} as json from task_labels l
    where l.id = ${id} and l.workspace_id = ${actor.workspace.id}`.execute(db);
  if (!rows[0]) throw noSuchLabel(id);
  return rows[0];
}

/** The stored label, archived or not. @throws NotFound */
export async function locateLabel(db: Db, actor: Member, id: string) {
  const found = await db.selectFrom("task_labels").selectAll()
    .where("id", "=", id).where("workspace_id", "=", actor.workspace.id).executeTakeFirst();
  if (!found) throw noSuchLabel(id);
  return found;
}

function noSuchLabel(id: string): NotFound {
  return new NotFound(`There is no label ${id} here.`);
}
