import { sql } from "kysely";
import type { z } from "zod";
import { type Reader, sees, seesProject } from "../visibility/readers.ts";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import { type Json, parseJson } from "../core/json.ts";
import { scopedFilters } from "./scoped_filters.ts";

/** A view that somebody subscribed to, its filters as a list takes them. */
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

/** By kind and workspace, the text that the database gave last, and the views that it stands for. */
const lastRead = () => new Map<string, { text: Json<SubscribedRow[]>; views: unknown }>();
const MOST_KEPT = 1_000;

/**
 * The views of a workspace that anybody subscribed to; one that its list no longer understands shows nothing. Every
 * write asks for them and they seldom change, so they come as one text, which is only parsed when it is another one.
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
  // A personal view is read by its owner alone, so that it is known at once who `me` is
  for (const name of scope === "personal" ? peopleFilters : []) {
    const words = filters[name]?.split(",").map((word) => word.trim() === "me" ? ownerId : word);
    if (words) filters[name] = words.join(",");
  }
  const parsed = schema.safeParse({ ...scopedFilters({ filters, teamId, projectId }), sort });
  return parsed.success ? [{ id, listing: parsed.data }] : [];
}

/**
 * Those who subscribed to views and still see them.
 * @param teamIds the teams that it matters of whether they are hidden from somebody
 * @returns by view
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
