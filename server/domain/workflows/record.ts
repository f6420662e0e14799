import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { NotFound } from "../core/errors.ts";
import type { Versioned } from "../core/versioned.ts";
import type { ReadContext } from "../core/operation.ts";
import type { Workflow } from "./schema.ts";

/** A workflow's JSON object, for a query over `workflows as w`. */
export const workflowJson: RawBuilder<string> = sql`json_object('id', w.id, 'name', w.name,
  'isDefault', json(iif(w.is_default, 'true', 'false')),
  'states', (select json_group_array(json_object('id', s.id, 'name', s.name, 'status', s.status)
      order by s.position)
    from workflow_states s where s.workflow_id = w.id and s.removed_at is null),
  'teamCount', (select count(*) from teams t where t.workflow_id = w.id),
  'version', w.version, 'createdAt', w.created_at, 'archivedAt', w.archived_at)`;

/** Reads a workflow, archived or not. @throws NotFound */
export async function readWorkflow(
  { db, actor }: ReadContext<Member>,
  id: string,
): Promise<Versioned<Workflow>> {
  const { rows } = await sql<Versioned<Workflow>>`
    select w.id, w.version, ${workflowJson} as json
    from workflows w where w.id = ${id} and w.workspace_id = ${actor.workspace.id}`.execute(db);
  if (!rows[0]) throw new NotFound(`Workflow ${id} not found.`);
  return rows[0];
}
