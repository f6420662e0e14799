import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { visibleProject } from "../visibility/projects.ts";
import { visibleViews } from "../visibility/saved_views.ts";
import { andUnhidden } from "../visibility/teams.ts";

/** Whose notifications are an actor's own: their profile's, and what reached them before they had one. */
export function recipients(actor: Member): string[] {
  return [actor.profile.id, actor.userId];
}

/**
 * The further condition that a notification `n` is still the actor's to see: its task, or that of its approval, isn't in a
 * team hidden from them, its project is there for them, and its view too and not archived. Of projects only a token that
 * may read them hears.
 */
export function stillSeen(actor: Member): RawBuilder<unknown> {
  const view = sql`and (n.subject_kind not in ('taskView', 'projectView') or exists (
    select 1 from views v where v.id = n.subject_id and v.archived_at is null
      and ${visibleViews(actor)}))`;
  const others = sql`${view} ${projectsSeen(actor)}`;
  if (actor.hiddenTeamIds.length === 0) return others;
  const seen = andUnhidden(actor, "seen.team_id");
  return sql`${others} and (n.subject_kind <> 'task' or exists (
    select 1 from tasks seen where seen.id = n.subject_id ${seen}))
    and (n.subject_kind <> 'approval' or exists (
    select 1 from approvals a join tasks seen on seen.id = a.task_id
    where a.id = n.subject_id ${seen}))`;
}

function projectsSeen(actor: Member): RawBuilder<unknown> {
  if (!actor.credential.scopes.has("projects.read")) return sql`and n.subject_kind <> 'project'`;
  if (actor.hiddenTeamIds.length === 0) return sql``;
  return sql`and (n.subject_kind <> 'project' or exists (
    select 1 from projects seen where seen.id = n.subject_id and ${
    visibleProject(actor, "seen")
  }))`;
}

/** What of an inbox is asked for: what waits, what was put off until later, or what was put away. */
export type Place = "inbox" | "snoozed" | "archive";

/** Since when an entry `n` stands in its inbox, or from when on it will; for the indexes in exactly this form. */
export const shownAt = "coalesce(n.snoozed_until, n.created_at)";

/**
 * The condition that an entry `n` stands in a place of its inbox; each has an index of exactly this form.
 * @param unread whether only what is unread is meant
 */
export function isIn(place: Place, now: Date, unread = false): RawBuilder<unknown> {
  const own = unread ? sql`and n.read_at is null` : sql``;
  if (place === "archive") return sql`n.latest = 1 and n.archived_at is not null ${own}`;
  const than = sql.raw(place === "snoozed" ? ">" : "<=");
  return sql`n.latest = 1 and n.archived_at is null ${own}
    and ${sql.raw(shownAt)} ${than} ${now.toISOString()}`;
}
