import { sql } from "kysely";
import type { Versioned } from "../core/versioned.ts";
import type { ReadContext } from "../core/operation.ts";
import { profileJson } from "../refs/json.ts";
import { priorityNameOf } from "../vocabulary.ts";
import { jsonFieldsText, type PlainField } from "../tasks/plain_fields.ts";
import { TaskTemplate } from "./schema.ts";

/** The SQL of a template's fields, except those that its row stores unchanged. */
const writtenOut: Record<Exclude<keyof TaskTemplate, PlainField>, string> = {
  id: "p.id",
  name: "p.name",
  teamId: "p.team_id",
  priority: priorityNameOf("p.priority"),
  status: "p.status",
  assigneeId: "p.assignee_id",
  assignee: `case when assignee.id is null then null else ${profileJson("assignee")} end`,
  tags: labels("l.name"),
  labels: labels("json_object('id', l.id, 'name', l.name, 'color', l.color)"),
  version: "p.version",
  createdAt: "p.created_at",
  updatedAt: "p.updated_at",
  archivedAt: "p.archived_at",
};

/**
 * Returns a template's JSON object as SQL, for a query over `task_templates as p` and optionally `profiles as
 * assignee`. Archived labels are left out, as in new tasks.
 */
export const taskTemplateJson = `json_object(${
  jsonFieldsText(Object.keys(TaskTemplate.shape), writtenOut, "p")
})`;

/** Reads the record of an existing template. */
export async function readTaskTemplate(
  { db }: ReadContext,
  id: string,
): Promise<Versioned<TaskTemplate>> {
  const { rows } = await sql<Versioned<TaskTemplate>>`
    select p.id, p.version, ${sql.raw(taskTemplateJson)} as json
    from task_templates p left join profiles assignee on assignee.id = p.assignee_id
    where p.id = ${id}`.execute(db);
  return rows[0]!;
}

function labels(member: string): string {
  return `(select json_group_array(${member} order by l.name collate nocase)
    from json_each(p.label_ids) k join task_labels l on l.id = k.value and l.archived_at is null)`;
}
