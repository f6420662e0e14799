import { sql } from "kysely";
import type { Member } from "../actor.ts";
import { NotFound } from "../errors.ts";
import type { Db } from "../operation.ts";
import { type Json, parseJson } from "../tasks/record.ts";
import type { ProjectLabel } from "./schema.ts";

/** A project label as JSON, from `project_labels as l`. */
export const projectLabelJson = sql<string>`json_object('id', l.id, 'name', l.name,
  'color', l.color, 'description', l.description, 'createdAt', l.created_at,
  'archivedAt', l.archived_at)`;

/** One project label, archived or not. @throws NotFound when there is none here */
export async function readProjectLabel(db: Db, actor: Member, id: string): Promise<ProjectLabel> {
  const { rows } = await sql<{ json: Json<ProjectLabel> }>`
    select ${projectLabelJson} as json from project_labels l
    where l.id = ${id} and l.workspace_id = ${actor.workspace.id}`.execute(db);
  if (rows[0]) return parseJson(rows[0].json);
  throw new NotFound(`There is no project label ${id} here.`);
}
