import { sql } from "kysely";
import { query } from "../operation.ts";
import type { Json } from "../tasks/record.ts";
import { teamMembers } from "./record.ts";
import { type Team, TeamList } from "./schema.ts";

/**
 * The teams that the actor may see, by name; archived ones only when asked for. A private one is there for its
 * members and managers alone.
 */
export const listTeams = query({
  name: "teams.list",
  scope: "workspace.read",
  input: TeamList,
  async run({ db, actor }, { includeArchived }): Promise<Json<Team[]>> {
    const hidden = actor.hiddenTeamIds.length > 0
      ? sql`and t.id not in (${sql.join([...actor.hiddenTeamIds])})`
      : sql``;
    const archived = includeArchived ? sql`` : sql`and t.archived_at is null`;
    const { rows } = await sql<{ json: string }>`
      select json_object(${teamMembers(actor)}) as json
      from teams t
      where t.workspace_id = ${actor.workspace.id} ${archived} ${hidden}
      order by t.name collate nocase`.execute(db);
    return `[${rows.map((row) => row.json).join(",")}]`;
  },
});
