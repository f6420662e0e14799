import { sql } from "kysely";
import { z } from "zod";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import type { Team } from "./schema.ts";

/** The teams that the actor may see, by name. A private one is there for its members and managers alone. */
export const listTeams = query({
  name: "teams.list",
  scope: "workspace.read",
  input: z.strictObject({}),
  async run({ db, actor }): Promise<Json<Team[]>> {
    const hidden = actor.hiddenTeamIds.length > 0
      ? sql`and t.id not in (${sql.join([...actor.hiddenTeamIds])})`
      : sql``;
    const { rows } = await sql<{ json: string }>`
      select json_object('id', t.id, 'key', t.key, 'name', t.name, 'description', t.description,
        'expertiseArea', t.expertise_area, 'private', json(iif(t.private, 'true', 'false')),
        'role', (select role from team_members where team_id = t.id and profile_id = ${actor.profile.id}),
        'memberCount', (select count(*) from team_members where team_id = t.id),
        'createdAt', t.created_at) as json
      from teams t
      where t.workspace_id = ${actor.workspace.id} and t.archived_at is null ${hidden}
      order by t.name collate nocase`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});
