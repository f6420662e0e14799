import { sql } from "kysely";
import { z } from "zod";
import { principalQuery } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import { invitationTeams } from "./record.ts";
import type { OwnInvitation } from "./schema.ts";

/** The invitations that wait for the actor's answer, in every workspace, oldest first: for onboarding and the inbox. */
export const listOwnInvitations = principalQuery({
  name: "invitations.mine",
  scope: null,
  input: z.strictObject({}),
  async run({ db, actor, now }): Promise<Json<OwnInvitation[]>> {
    if (actor.kind !== "human") return "[]";
    const { rows } = await sql<{ json: string }>`
      select json_object('id', i.id, 'workspace', json_object('id', w.id, 'name', w.name),
        'role', i.role, 'teams', ${invitationTeams},
        'invitedBy', json_object('name', inviter.name),
        'createdAt', i.created_at, 'expiresAt', i.expires_at) as json
      from invitations i join workspaces w on w.id = i.workspace_id
      join profiles inviter on inviter.id = i.invited_by
      where i.email = ${actor.email} and i.status = 'pending'
        and i.expires_at > ${now.toISOString()}
      order by i.id limit 100`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});
