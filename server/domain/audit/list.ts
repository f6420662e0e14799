import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { dayBegin } from "../core/days.ts";
import { invalidField } from "../core/errors.ts";
import { query, type ReadContext } from "../core/operation.ts";
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
  'interface', a.interface, 'address', a.address,
  'subject', case when a.subject_id is null then null
    else json_object('kind', a.subject_kind, 'id', a.subject_id, 'name', a.subject_name) end,
  'data', json(a.data), 'createdAt', a.created_at)`;

/**
 * Lists the audit log, newest first, by kind, actor, interface, or time. Entries are never changed or removed.
 * @throws Forbidden unless a manager; Invalid for an invalid cursor or time, and for an unknown actor
 */
export const listAudit = query({
  name: "audit.list",
  scope: "workspace.manage",
  input: AuditList,
  async run(
    context,
    { kind, actorId, interface: source, since, before, ...page },
  ): Promise<ListPage<AuditEntry>> {
    const { actor } = context;
    requireManager(actor, "read the audit log");
    const { timeZone } = actor.workspace;
    const by = actorId === undefined ? null : await actorCalled(context, actorId);
    // With two filters, the kind's index is used, and a unary plus keeps SQLite from using the other.
    const profile = sql.raw(kind ? "+a.profile_id" : "a.profile_id");
    return await readPage(context, newestFirst, page, {
      json: entryJson,
      from: sql`audit a left join profiles by on by.id = a.profile_id`,
      where: [
        sql`a.workspace_id = ${actor.workspace.id}`,
        ...(kind ? [sql`a.kind = ${kind}`] : []),
        ...(by ? [sql`${profile} = ${by}`] : []),
        ...(source ? [sql`a.interface = ${source}`] : []),
        ...(since ? [sql`a.created_at >= ${dayBegin(since, timeZone, "since")}`] : []),
        ...(before ? [sql`a.created_at < ${dayBegin(before, timeZone, "before")}`] : []),
      ],
    });
  },
});

/** @throws Invalid unless the word is a member's ID or username, or `me` */
async function actorCalled({ db, actor }: ReadContext<Member>, word: string): Promise<string> {
  if (word === "me") return actor.profile.id;
  const column = sql.raw(word.startsWith("prof_") ? "id" : "username");
  const { rows } = await sql<{ id: string }>`
    select id from profiles where workspace_id = ${actor.workspace.id}
      and ${column} = ${word.toLowerCase()} limit 1`.execute(db);
  if (rows[0]) return rows[0].id;
  throw invalidField("actorId", `Member ${word} not found.`, { code: "unknown_profile" });
}
