import { sql } from "kysely";
import { dayBegin } from "../core/days.ts";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { requireManager } from "../core/permission.ts";
import { profileJson } from "../refs/json.ts";
import { type AuditEntry, AuditList } from "./schema.ts";

const newestFirst: ListOrder = {
  list: "audit",
  by: ["a.seq"],
  descending: true,
  countedIn: "audit",
};

const entryJson = sql`json_object('id', a.id, 'kind', a.kind,
  'actor', case when by.id is null then null else ${sql.raw(profileJson("by"))} end,
  'credential', case when a.credential_id is null then null
    else json_object('kind', a.credential_kind, 'id', a.credential_id) end,
  'door', a.door, 'address', a.address,
  'subject', case when a.subject_id is null then null
    else json_object('kind', a.subject_kind, 'id', a.subject_id, 'name', a.subject_name) end,
  'data', json(a.data), 'createdAt', a.created_at)`;

/**
 * The workspace's security-relevant acts, newest first, narrowed to a kind, to who did them, to a door or a time. Nothing ever
 * changes or removes an entry.
 * @throws Forbidden unless a manager; Invalid for a cursor or a time that is none
 */
export const listAudit = query({
  name: "audit.list",
  scope: "workspace.manage",
  input: AuditList,
  async run(
    context,
    { kind, actorId, door, since, before, ...page },
  ): Promise<ListPage<AuditEntry>> {
    const { actor } = context;
    requireManager(actor, "read the audit");
    const { timeZone } = actor.workspace;
    // Of two filters the kind's index is walked, and a unary plus keeps the other one from it.
    const profile = sql.raw(kind ? "+a.profile_id" : "a.profile_id");
    return await readPage(context, newestFirst, page, {
      json: entryJson,
      from: sql`audit a left join profiles by on by.id = a.profile_id`,
      where: [
        sql`a.workspace_id = ${actor.workspace.id}`,
        ...(kind ? [sql`a.kind = ${kind}`] : []),
        ...(actorId ? [sql`${profile} = ${actorId}`] : []),
        ...(door ? [sql`a.door = ${door}`] : []),
        ...(since ? [sql`a.created_at >= ${dayBegin(since, timeZone, "since")}`] : []),
        ...(before ? [sql`a.created_at < ${dayBegin(before, timeZone, "before")}`] : []),
      ],
    });
  },
});
