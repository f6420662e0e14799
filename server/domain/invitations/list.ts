import { sql } from "kysely";
import { cutPage, readCursor } from "../cursor.ts";
import { query } from "../operation.ts";
import { requireManager } from "../permission.ts";
import type { Json } from "../tasks/record.ts";
import { invitationJson, standing } from "./record.ts";
import { type Invitation, InvitationList } from "./schema.ts";

/** One page of invitations as JSON text, newest first. */
export interface InvitationPage {
  invitations: Json<Invitation[]>;
  nextCursor: string | null;
}

/** The workspace's invitations, newest first: answered and expired ones too. @throws Forbidden unless a manager */
export const listInvitations = query({
  name: "invitations.list",
  scope: "workspace.manage",
  input: InvitationList,
  async run({ db, actor, now }, { status, limit, cursor }): Promise<InvitationPage> {
    requireManager(actor, "see invitations");
    const conditions = [sql`i.workspace_id = ${actor.workspace.id}`];
    if (status) conditions.push(sql`${standing(now)} = ${status}`);
    if (cursor) conditions.push(sql`i.id < ${readCursor("invitations", cursor)}`);
    const { rows } = await sql<{ key: string; json: string }>`
      select i.id as key, ${invitationJson(now)} as json
      from invitations i join profiles inviter on inviter.id = i.invited_by
      where ${sql.join(conditions, sql` and `)}
      order by i.id desc limit ${limit + 1}`.execute(db);
    const { json, nextCursor } = cutPage("invitations", rows, limit);
    return { invitations: json, nextCursor };
  },
});
