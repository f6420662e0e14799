import { sql } from "kysely";
import type { z } from "zod";
import { type Reader, sees, seesProject } from "../visibility/readers.ts";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import { type Json, parseJson } from "../core/json.ts";
import { scopedFilters } from "./scoped_filters.ts";

/** A view with subscribers, and its filters for a list. */
export interface SubscribedView<L> {
  id: string;
  listing: L;
}

/** A row of them: id, scope, owner, team, project, filters, sorting. */
type SubscribedRow = [
  string,
  string,
  string,
  string | null,
  string | null,
  Record<string, string>,
  string,
];

/** The last text from the database and its parsed views, by kind and workspace. */
const lastRead = () => new Map<string, { text: Json<SubscribedRow[]>; views: unknown }>();
const MOST_KEPT = 1_000;

/**
 * Returns a workspace's views with subscribers. Views with invalid filters match nothing. Every write needs them and
 * they seldom change, so they are read as one text that is parsed only after a change.
 */
export async function subscribedViews<L>(
  { db, actor, services }: ReadContext<Member>,
  kind: "task" | "project",
  schema: z.ZodType<L>,
): Promise<SubscribedView<L>[]> {
  const workspaceId = actor.workspace.id;
  const { rows } = await sql<{ views: Json<SubscribedRow[]> }>`
    select json_group_array(json_array(v.id, v.scope, v.owner_id, v.team_id, v.project_id,
      json(v.filters), v.sorting)) as views
    from views v where v.workspace_id = ${workspaceId} and v.kind = ${kind}
      and v.archived_at is null and v.subscribers > 0 limit 1`.execute(db);
  const text = rows[0]!.views;
  if (text === "[]") return [];
  const place = `${kind} ${workspaceId}`;
  const kept = services.caches.of(lastRead);
  const last = kept.get(place);
  if (last?.text === text) return last.views as SubscribedView<L>[];
  if (kept.size >= MOST_KEPT) kept.clear();
  const views = parseJson(text).flatMap((row) => subscribedView(row, schema));
  kept.set(place, { text, views });
  return views;
}

/** The filters of tasks and projects that take `me`. */
const peopleFilters = [
  "assigneeId",
  "notAssigneeId",
  "creatorId",
  "notCreatorId",
  "leadId",
  "memberId",
];

function subscribedView<L>(row: SubscribedRow, schema: z.ZodType<L>): SubscribedView<L>[] {
  const [id, scope, ownerId, teamId, projectId, filters, sort] = row;
  // Only its owner reads a personal view, so `me` is known
  for (const name of scope === "personal" ? peopleFilters : []) {
    const words = filters[name]?.split(",").map((word) => word.trim() === "me" ? ownerId : word);
    if (words) filters[name] = words.join(",");
  }
  const parsed = schema.safeParse({ ...scopedFilters({ filters, teamId, projectId }), sort });
  return parsed.success ? [{ id, listing: parsed.data }] : [];
}

/**
 * Returns the subscribers who can still see their views.
 * @param teamIds the teams whose visibility matters
 * @returns the subscribers by view
 */
export async function readSubscribers(
  { db }: ReadContext,
  viewIds: string[],
  teamIds: string[] = [],
): Promise<Map<string, Reader[]>> {
  const { rows } = await sql<{ view_id: string; id: string; hidden: Json<string[]> }>`
    select s.view_id, p.id, (
      select json_group_array(w.value) from json_each(${JSON.stringify(teamIds)}) w
      where not (${sees(sql`w.value`)})) as hidden
    from json_each(${JSON.stringify(viewIds)}) x
    cross join view_subscriptions s on s.view_id = x.value
    join views v on v.id = s.view_id
    join profiles p on p.id = s.profile_id and p.removed_at is null and p.suspended_at is null
    where (v.scope <> 'personal' or v.owner_id = p.id)
      and (v.team_id is null or ${sees(sql`v.team_id`)})
      and (v.project_id is null or ${seesProject(sql`v.project_id`)})`.execute(db);
  const readers = new Map<string, Reader[]>(viewIds.map((id) => [id, []]));
  for (const { view_id, id, hidden } of rows) {
    readers.get(view_id)!.push({ id, hiddenTeamIds: parseJson(hidden) });
  }
  return readers;
}
