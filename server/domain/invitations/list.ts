import { sql } from "kysely";
import { query } from "../operation.ts";
import { type ListOrder, type Page, readPage } from "../page.ts";
import { requireManager } from "../permission.ts";
import { invitationJson, standing } from "./record.ts";
import { type Invitation, InvitationList } from "./schema.ts";

const newestFirst: ListOrder = { list: "invitations", by: ["i.id"], descending: true };

/** The workspace's invitations, newest first: answered and expired ones too. @throws Forbidden unless a manager */
export const listInvitations = query({
  name: "invitations.list",
  scope: "workspace.manage",
  input: InvitationList,
  async run({ db, actor, now }, { status, ...page }): Promise<Page<Invitation>> {
    requireManager(actor, "see invitations");
    return await readPage(db, newestFirst, page, {
      json: invitationJson(now),
      from: sql`invitations i join profiles inviter on inviter.id = i.invited_by`,
      where: [
        sql`i.workspace_id = ${actor.workspace.id}`,
        ...(status ? [sql`${standing(now)} = ${status}`] : []),
      ],
    });
  },
});
