import { sql } from "kysely";
import { z } from "zod";
import { query } from "../core/operation.ts";
import { visibleViews } from "../visibility/saved_views.ts";
import type { View } from "./schema.ts";

/** A view as the sidebar links to it. */
export type ViewLink = Pick<View, "id" | "kind" | "key" | "name"> & { ofTeam: boolean };

/** The maximum number of team views in the sidebar. The page of views lists all of them. */
const MOST_TEAM_VIEWS = 100;

/** Lists the views that the sidebar can link to, by name: the first team views, and the actor's favorites. */
export const listSidebarViews = query({
  name: "views.sidebar",
  scope: "workspace.read",
  input: z.strictObject({}),
  async run({ db, actor }): Promise<ViewLink[]> {
    const linked = (where: ReturnType<typeof sql>) =>
      sql`select v.id, v.kind, v.key, v.name, v.scope = 'team' as of_team from views v
        where ${visibleViews(actor)} and v.archived_at is null and ${where}`;
    const { rows } = await sql<Omit<ViewLink, "ofTeam"> & { of_team: 0 | 1 }>`
      select * from (${linked(sql`v.scope = 'team'`)}
        order by v.name collate nocase, v.id limit ${sql.lit(MOST_TEAM_VIEWS)})
      union select * from (${
      linked(sql`v.id in (select subject_id from favorites
          where profile_id = ${actor.profile.id} and kind = 'view')`)
    })
      order by name collate nocase, id`.execute(db);
    return rows.map(({ of_team, ...view }) => ({ ...view, ofTeam: of_team === 1 }));
  },
});
