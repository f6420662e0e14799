import { sql } from "kysely";
import { cutPage, readCursor } from "../cursor.ts";
import { query } from "../operation.ts";
import { requireManager } from "../permission.ts";
import { type Json, profileJson } from "../tasks/record.ts";
import { type AuditEntry, AuditList } from "./schema.ts";

/** One page of the audit as JSON text, newest first. */
export interface AuditPage {
  entries: Json<AuditEntry[]>;
  nextCursor: string | null;
}

/**
 * The workspace's security-relevant acts, newest first, narrowed to a kind or to who did them. Nothing ever
 * changes or removes an entry.
 * @throws Forbidden unless a manager; Invalid for a cursor that isn't one
 */
export const listAudit = query({
  name: "audit.list",
  scope: "workspace.manage",
  input: AuditList,
  async run({ db, actor }, { kind, actorId, limit, cursor }): Promise<AuditPage> {
    requireManager(actor, "read the audit");
    const conditions = [sql`a.workspace_id = ${actor.workspace.id}`];
    if (kind) conditions.push(sql`a.kind = ${kind}`);
    if (actorId) conditions.push(sql`${sql.raw(kind ? "+" : "")}a.profile_id = ${actorId}`);
    if (cursor) conditions.push(sql`a.seq < ${readCursor("audit", cursor)}`);
    const { rows } = await sql<{ key: number; json: string }>`
      select a.seq as key, json_object('id', a.id, 'kind', a.kind,
        'actor', case when by.id is null then null else ${sql.raw(profileJson("by"))} end,
        'credential', case when a.credential_id is null then null
          else json_object('kind', a.credential_kind, 'id', a.credential_id) end,
        'door', a.door, 'address', a.address,
        'subject', case when a.subject_id is null then null
          else json_object('kind', a.subject_kind, 'id', a.subject_id, 'name', a.subject_name) end,
        'data', json(a.data), 'createdAt', a.created_at) as json
      from audit a left join profiles by on by.id = a.profile_id
      where ${sql.join(conditions, sql` and `)}
      order by a.seq desc limit ${limit + 1}`.execute(db);
    const { json, nextCursor } = cutPage("audit", rows, limit);
    return { entries: json, nextCursor };
  },
});
