import { sql } from "kysely";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { requireManager } from "../core/permission.ts";
import { currentStatus, invitationJson } from "./record.ts";
import { type Invitation, InvitationList } from "./schema.ts";

const newestFirst: ListOrder = { list: "invitations", by: ["i.id"], descending: true };

/**
 * Lists the workspace's invitations, newest first, including answered and expired ones.
 * @throws Forbidden unless a manager
 */
export const listInvitations = query({
  name: "invitations.list",
  scope: "workspace.manage",
  input: InvitationList,
  async run(context, { status, ...page }): Promise<ListPage<Invitation>> {
    const { actor, now } = context;
    requireManager(actor, "list invitations");
    return await readPage(context, newestFirst, page, {
      json: invitationJson(now),
      from: sql`invitations i join profiles inviter on inviter.id = i.invited_by`,
      where: [
        sql`i.workspace_id = ${actor.workspace.id}`,
        ...(status ? [sql`${currentStatus(now)} = ${status}`] : []),
      ],
    });
  },
});
