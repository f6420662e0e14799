import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { pageFields } from "../core/page_size.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { visibleProject } from "../visibility/projects.ts";
import { visibleViews } from "../visibility/saved_views.ts";
import { andUnhidden } from "../visibility/teams.ts";
import type { Favorite } from "./schema.ts";

const inOrder: ListOrder = { list: "favorites", by: ["f.position", "f.id"], descending: true };

/**
 * Lists the actor's favorites in their order, newest first by default. Archived and hidden ones are left out, and keep
 * their positions. Tokens need `tasks.read` for tasks and `projects.read` for projects.
 */
export const listFavorites = query({
  name: "favorites.list",
  scope: "workspace.read",
  input: z.strictObject(pageFields),
  run: (context, page): Promise<ListPage<Favorite>> =>
    readPage(context, inOrder, page, {
      json: sql`json_object('kind', f.kind, 'id', f.id, 'key', f.key, 'title', f.title,
        'createdAt', f."createdAt")`,
      from: favoritesOf(context.actor),
      where: [],
    }),
});

/** Returns the actor's visible favorites in order, each with the number of its position. */
export async function favoritesInOrder(
  { db, actor }: ReadContext<Member>,
): Promise<{ id: string; position: number }[]> {
  const { rows } = await sql<{ id: string; position: number }>`
    select f.id, f.position from ${favoritesOf(actor)} order by f.position desc, f.id desc`
    .execute(db);
  return rows;
}

function favoritesOf(actor: Member): RawBuilder<unknown> {
  return sql`(${sql.join(sourcesFor(actor), sql` union all `)}) f`;
}

function sourcesFor(actor: Member): RawBuilder<unknown>[] {
  const { scopes } = actor.credential;
  const hidden = andUnhidden(actor, "m.id");
  const pinned = (kind: Favorite["kind"]) =>
    sql`f.profile_id = ${actor.profile.id} and f.kind = ${kind}`;
  const tasks = sql`
    select f.kind, t.id, m.key || '-' || t.number as key, t.title, f.created_at as "createdAt", f.position
    from favorites f join tasks t on t.id = f.subject_id join teams m on m.id = t.team_id
    where ${pinned("task")} and t.archived_at is null ${hidden}`;
  const projects = sql`
    select f.kind, p.id, p.key, p.name as title, f.created_at as "createdAt", f.position
    from favorites f join projects p on p.id = f.subject_id
    where ${pinned("project")} and p.archived_at is null and ${visibleProject(actor, "p")}`;
  const teams = sql`
    select f.kind, m.id, m.key, m.name as title, f.created_at as "createdAt", f.position
    from favorites f join teams m on m.id = f.subject_id
    where ${pinned("team")} and m.archived_at is null ${hidden}`;
  const views = sql`
    select f.kind, v.id, v.key, v.name as title, f.created_at as "createdAt", f.position
    from favorites f join views v on v.id = f.subject_id
    where ${pinned("view")} and v.archived_at is null and ${visibleViews(actor)}`;
  return [
    teams,
    views,
    ...(scopes.has("tasks.read") ? [tasks] : []),
    ...(scopes.has("projects.read") ? [projects] : []),
  ];
}
