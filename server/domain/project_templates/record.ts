import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { type Json, parseJson } from "../core/json.ts";
import type { ProjectTemplate } from "./schema.ts";

/** A template as JSON, from `project_templates as t`. */
export const projectTemplateJson = sql<string>`json_object('id', t.id, 'name', t.name,
  'description', t.description, 'defaults', json(t.defaults), 'version', t.version,
  'createdAt', t.created_at, 'updatedAt', t.updated_at, 'archivedAt', t.archived_at)`;

/** Reads a project template, archived or not. @throws NotFound if it doesn't exist */
export async function readProjectTemplate(
  { db, actor }: ReadContext<Member>,
  id: string,
): Promise<ProjectTemplate> {
  const { rows } = await sql<{ json: Json<ProjectTemplate> }>`
    select ${projectTemplateJson} as json from project_templates t
    where t.id = ${id} and t.workspace_id = ${actor.workspace.id}`.execute(db);
  if (rows[0]) return parseJson(rows[0].json);
  throw noSuchProjectTemplate(id);
}

export function noSuchProjectTemplate(id: string): NotFound {
  return new NotFound(`Project template ${id} not found.`);
}
