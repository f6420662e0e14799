import { sql } from "kysely";
import { z } from "zod";
import { pageFields } from "../core/page_size.ts";
import { principalQuery } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { profileJson } from "../refs/json.ts";
import { invitationTeams } from "./record.ts";
import type { OwnInvitation } from "./schema.ts";

const oldestFirst: ListOrder = { list: "own invitations", by: ["i.id"] };

/**
 * Lists the actor's unanswered invitations to any workspace, oldest first, for onboarding and the inbox. Automations
 * have no address, so they have none.
 */
export const listOwnInvitations = principalQuery({
  name: "invitations.mine",
  scope: null,
  input: z.strictObject(pageFields),
  run: (context, page): Promise<ListPage<OwnInvitation>> =>
    readPage(context, oldestFirst, page, {
      json: sql`json_object('id', i.id, 'workspace', json_object('id', w.id, 'name', w.name),
        'role', i.role, 'teams', ${invitationTeams},
        'invitedBy', ${sql.raw(profileJson("inviter"))},
        'createdAt', i.created_at, 'expiresAt', i.expires_at)`,
      from: sql`invitations i join workspaces w on w.id = i.workspace_id
        join profiles inviter on inviter.id = i.invited_by`,
      where: [
        sql`i.email = ${context.actor.kind === "human" ? context.actor.email : null}`,
        sql`i.status = 'pending'`,
        sql`i.expires_at > ${context.now.toISOString()}`,
      ],
    }),
});
