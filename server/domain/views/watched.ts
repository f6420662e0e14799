import { sql } from "kysely";
import type { z } from "zod";
import type { Reader } from "../inbox/audience.ts";
import { sees } from "../inbox/audience.ts";
import type { Db } from "../operation.ts";
import { type Json, parseJson } from "../tasks/record.ts";
import { scopedFilters } from "./listing.ts";

/** A view that somebody subscribed to, its filters as a list takes them. */
export interface WatchedView<L> {
  id: string;
  listing: L;
}

interface WatchedRow {
  id: string;
  scope: string;
  owner_id: string;
  team_id: string | null;
  project_id: string | null;
  filters: Json<Record<string, string>>;
  sorting: string;
}

/** The views of a workspace that anybody subscribed to; one that its list no longer understands shows nothing. */
export async function watchedViews<L>(
  tx: Db,
  workspaceId: string,
  kind: "task" | "project",
  schema: z.ZodType<L>,
): Promise<WatchedView<L>[]> {
  const { rows } = await sql<WatchedRow>`
    select v.id, v.scope, v.owner_id, v.team_id, v.project_id, v.filters, v.sorting from views v
    where v.workspace_id = ${workspaceId} and v.kind = ${kind} and v.archived_at is null
      and v.subscribers > 0`.execute(tx);
  return rows.flatMap((row) => {
    const listing = listingOf(row, schema);
    return listing === null ? [] : [{ id: row.id, listing }];
  });
}

/** Views change seldom, and checking their filters costs more than all else that a write does for them. */
const known = new WeakMap<z.ZodType, Map<string, unknown>>();
const MOST_KNOWN = 2_000;

function listingOf<L>(row: WatchedRow, schema: z.ZodType<L>): L | null {
  let listings = known.get(schema) as Map<string, L | null> | undefined;
  if (!listings || listings.size > MOST_KNOWN) known.set(schema, listings = new Map());
  const { scope, owner_id, team_id, project_id, filters, sorting } = row;
  const text = [scope === "personal" && owner_id, team_id, project_id, sorting, filters].join(" ");
  let listing = listings.get(text);
  if (listing === undefined) listings.set(text, listing = parseListing(row, schema));
  return listing;
}

function parseListing<L>(row: WatchedRow, schema: z.ZodType<L>): L | null {
  const filters = parseJson(row.filters);
  // A personal view is read by its owner alone, so that it is known at once who `me` is
  for (const name of row.scope === "personal" ? ["assigneeId", "leadId"] : []) {
    if (filters[name] === "me") filters[name] = row.owner_id;
  }
  const scoped = scopedFilters({ filters, teamId: row.team_id, projectId: row.project_id });
  const parsed = schema.safeParse({ ...scoped, sort: row.sorting });
  return parsed.success ? parsed.data : null;
}

/**
 * Those who subscribed to views and still see them.
 * @param teamIds the teams that it matters of whether they are hidden from somebody
 * @returns by view
 */
export async function readSubscribers(
  tx: Db,
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
    join profiles p on p.id = s.profile_id and p.removed_at is null
    where (v.scope <> 'personal' or v.owner_id = p.id)
      and (v.team_id is null or ${sees(sql`v.team_id`)})
      and (v.project_id is null
        or not exists (select 1 from project_teams k where k.project_id = v.project_id)
        or exists (select 1 from project_teams k
          where k.project_id = v.project_id and ${sees(sql`k.team_id`)}))`.execute(tx);
  const readers = new Map<string, Reader[]>(viewIds.map((id) => [id, []]));
  for (const { view_id, id, hidden } of rows) {
    readers.get(view_id)!.push({ id, hiddenTeamIds: parseJson(hidden) });
  }
  return readers;
}
