import { sql } from "kysely";
import { z } from "zod";
import { principalQuery } from "../operation.ts";
import type { Me } from "./schema.ts";

/** Who is asking, with what, and who they are in the workspace that is active for them. `contract.md`, `GET /me` */
export const findMe = principalQuery({
  name: "me.find",
  scope: null,
  input: z.strictObject({}),
  async run({ db, actor }): Promise<Me> {
    const { kind, credential } = actor;
    const { rows } = await sql<{ member: string; workspace: string }>`
      select json_object('id', p.id, 'name', p.name, 'username', p.username, 'role', p.role,
          'teams', (select json_group_array(json_object('id', m.team_id, 'role', m.role))
            from team_members m where m.profile_id = p.id)) as member,
        json_object('id', w.id, 'name', w.name, 'timeZone', w.time_zone) as workspace
      from profiles p join workspaces w on w.id = p.workspace_id
      where p.user_id = ${actor.userId} and p.removed_at is null
      order by w.id = ${actor.activeWorkspaceId ?? ""} desc, p.id limit 1`.execute(db);
    const found = rows[0];
    return {
      principal: {
        kind,
        tokenKind: credential.kind,
        credentialId: credential.id,
        scopes: [...credential.scopes],
      },
      viewer: { id: actor.userId, email: actor.email, name: actor.name },
      member: found ? JSON.parse(found.member) : null,
      workspace: found ? JSON.parse(found.workspace) : null,
    };
  },
});
