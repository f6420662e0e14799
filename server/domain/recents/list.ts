import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { query } from "../core/operation.ts";
import { foundColumns } from "../search/found_columns.ts";
import type { FoundRecord } from "../search/schema.ts";
import { isPersonOrAgent } from "../visibility/people.ts";
import { visibleProject } from "../visibility/projects.ts";
import { visibleViews } from "../visibility/saved_views.ts";
import { andUnhidden } from "../visibility/teams.ts";
import { type Opened, openedBy, type RecentKind } from "./opened.ts";

/** An opened record, with its current values. */
export type RecentRecord = Omit<FoundRecord, "matched" | "favorite">;

/**
 * Lists the records that the actor opened, in any browser, newest first. Archived, missing, and hidden ones are left
 * out.
 * @throws Forbidden without a session, because programs' requests don't count as opening
 */
export const listRecents = query({
  name: "recents.list",
  scope: null,
  session: true,
  input: z.strictObject({}),
  async run(context): Promise<RecentRecord[]> {
    const opened = await openedBy(context);
    if (opened.length === 0) return [];
    const { rows } = await sql<RecentRecord>`
      select kind, id, key, title, subtitle, status
      from (${sql.join(Object.values(sources(context.actor, opened)), sql` union all `)})
      order by place`.execute(context.db);
    return rows;
  },
});

/** Returns the records by kind, with their positions. */
function sources(
  actor: Member,
  opened: readonly Opened[],
): Record<RecentKind, RawBuilder<unknown>> {
  const of = (kind: RecentKind, record: string) => {
    const { columns, joins } = foundColumns[kind];
    const places = opened.flatMap((one, place) => one.kind === kind ? [[place, one.id]] : []);
    return sql`select ${columns}, o.value ->> 0 as place
      from json_each(${JSON.stringify(places)}) o cross join ${sql.raw(record)} ${joins}
      where true`;
  };
  return {
    task: sql`${of("task", "tasks r on r.id = o.value ->> 1")} and r.archived_at is null
      and r.draft = 0 ${andUnhidden(actor, "r.team_id")}`,
    project: sql`${of("project", "projects r on r.id = o.value ->> 1")} and r.archived_at is null
      and ${visibleProject(actor, "r")}`,
    person: sql`${of("person", "profiles r on r.id = o.value ->> 1")} and r.removed_at is null
      and ${sql.raw(isPersonOrAgent("r"))}`,
    team: sql`${of("team", "teams r on r.id = o.value ->> 1")} and r.archived_at is null
      ${andUnhidden(actor, "r.id")}`,
    view: sql`${of("view", "views v on v.id = o.value ->> 1")} and v.archived_at is null
      and ${visibleViews(actor)}`,
  };
}
