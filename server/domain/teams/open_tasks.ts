import { sql } from "kysely";
import { z } from "zod";
import { keys } from "../core/keys.ts";
import { query } from "../core/operation.ts";
import { andUnhidden } from "../visibility/teams.ts";
import { openStatuses } from "../vocabulary.ts";
import { locateAnyTeam } from "./locate.ts";
import type { OpenTasks } from "./schema.ts";

/**
 * Counts the open tasks of each visible team, by status. Teams without any are missing. Drafts and archived tasks don't
 * count.
 * @param teamId the only team to count
 * @throws NotFound for a team that the actor can't see
 */
export const countOpenTasks = query({
  name: "teams.openTasks",
  scope: "tasks.read",
  input: z.strictObject({
    teamId: keys.team.optional().describe("Filter by team, by ID, key, or name."),
  }),
  async run(context, { teamId }): Promise<Record<string, OpenTasks>> {
    const { db, actor } = context;
    const workspaceId = actor.workspace.id;
    const only = teamId === undefined ? null : (await locateAnyTeam(context, teamId)).id;
    const one = only === null ? sql`` : sql`and t.id = ${only}`;
    // The counting index includes drafts, so the few drafts are subtracted
    const { rows } = await sql<{ teamId: string; status: keyof OpenTasks; n: number }>`
      select k.team_id as "teamId", k.status, count(*) as n
      from teams t cross join tasks k on k.team_id = t.id
      where t.workspace_id = ${workspaceId} and t.archived_at is null ${one}
        ${andUnhidden(actor, "t.id")}
        and k.status in (${sql.join([...openStatuses])}) and k.archived_at is null
      group by k.team_id, k.status
      union all
      select d.team_id, d.status, -count(*) from tasks d
      where d.workspace_id = ${workspaceId} and d.archived_at is null and d.draft = 1
      group by d.team_id, d.status`.execute(db);
    const counts = new Map<string, OpenTasks>();
    for (const { teamId, status, n } of rows) {
      const count = counts.get(teamId) ?? { backlogged: 0, planned: 0, progressed: 0 };
      if (status in count) count[status] += n;
      counts.set(teamId, count);
    }
    return Object.fromEntries(
      [...counts].filter(([, count]) => Object.values(count).some((n) => n > 0)),
    );
  },
});
