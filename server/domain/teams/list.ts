import { sql } from "kysely";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { teamFields } from "./record.ts";
import { smallKindMatches } from "../text/match.ts";
import { unhidden } from "../visibility/teams.ts";
import { type Team, TeamList } from "./schema.ts";

const byName: ListOrder = { list: "teams", by: ["t.name collate nocase", "t.id"] };

/**
 * Lists the teams that the actor can see, by name. Archived ones are listed only on request. A private team is visible
 * only to its members and managers.
 */
export const listTeams = query({
  name: "teams.list",
  scope: "workspace.read",
  input: TeamList,
  run: (context, { includeArchived, q, ...page }): Promise<ListPage<Team>> =>
    readPage(context, byName, page, {
      json: sql`json_object(${teamFields(context.actor)})`,
      from: sql`teams t`,
      where: [
        sql`t.workspace_id = ${context.actor.workspace.id}`,
        ...(includeArchived ? [] : [sql`t.archived_at is null`]),
        ...unhidden(context.actor, "t.id"),
        ...(q
          ? [
            sql`t.id in (${
              smallKindMatches(context.actor, "team", q, includeArchived ? "all" : "listed")
            })`,
          ]
          : []),
      ],
    }),
});
