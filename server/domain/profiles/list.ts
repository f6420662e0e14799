import { sql } from "kysely";
import { z } from "zod";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import type { MemberRecord } from "./schema.ts";

/** Everyone who belongs to the workspace now, by name; only the teams that the actor may see. */
export const listMembers = query({
  name: "members.list",
  scope: "workspace.read",
  input: z.strictObject({}),
  async run({ db, actor }): Promise<Json<MemberRecord[]>> {
    const hidden = actor.hiddenTeamIds.length > 0
      ? sql`and m.team_id not in (${sql.join([...actor.hiddenTeamIds])})`
      : sql``;
    const { rows } = await sql<{ json: string }>`
      select json_object('id', p.id, 'kind', p.kind, 'name', p.name, 'username', p.username,
        'email', u.email, 'title', p.title, 'bio', p.bio, 'role', p.role,
        'teams', (select json_group_array(json_object('id', m.team_id, 'role', m.role))
          from team_members m join teams t on t.id = m.team_id and t.archived_at is null
          where m.profile_id = p.id ${hidden}),
        'createdAt', p.created_at) as json
      from profiles p left join users u on u.id = p.user_id
      where p.workspace_id = ${actor.workspace.id} and p.removed_at is null
      order by p.name collate nocase`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});
