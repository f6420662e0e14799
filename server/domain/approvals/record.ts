import { type RawBuilder, sql } from "kysely";
import type { Versioned } from "../core/versioned.ts";
import { sees } from "../visibility/readers.ts";
import type { ReadContext } from "../core/operation.ts";
import { profileJson, taskRefJson } from "../refs/json.ts";
import type { Approval } from "./schema.ts";

/** A request as JSON text. Its version includes the task's, because it shows the task's name and state. */
export type VersionedApproval = Versioned<Approval, string>;

/** A request's JSON object, for a query over `approvalSource`. */
export const approvalJson: RawBuilder<string> = sql`json_object(${
  sql.raw(`'id', a.id, 'state', a.state, 'body', a.body, 'task', ${taskRefJson("t")},
  'requester', ${profileJson("requester")}, 'approver', ${profileJson("approver")}`)
}, 'answerable', json(iif(a.state = 'open' and t.archived_at is null and exists (
    select 1 from profiles p where p.id = a.approver_id and ${sees(sql`t.team_id`)}),
  'true', 'false')),
  'comment', a.comment, 'version', a.version, 'createdAt', a.created_at, 'closedAt', a.closed_at)`;

/** Requests with their records. The cross join makes SQLite start with the requests. */
export const approvalSource: RawBuilder<unknown> = sql`approvals a
  cross join tasks t on t.id = a.task_id
  join profiles requester on requester.id = a.requester_id
  join profiles approver on approver.id = a.approver_id`;

/** Reads the record of an existing request whose task the actor can see. */
export async function readApproval({ db }: ReadContext, id: string): Promise<VersionedApproval> {
  const { rows } = await sql<VersionedApproval>`
    select a.id, a.version || '.' || t.version as version, ${approvalJson} as json
    from ${approvalSource} where a.id = ${id}`.execute(db);
  return rows[0]!;
}
