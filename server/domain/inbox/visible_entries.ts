import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { visibleProject } from "../visibility/projects.ts";
import { visibleViews } from "../visibility/saved_views.ts";
import { andUnhidden } from "../visibility/teams.ts";

/**
 * Returns the recipients whose notifications are the actor's: the profile, and the user for notifications before it
 * existed.
 */
export function recipients(actor: Member): string[] {
  return [actor.profile.id, actor.userId];
}

/**
 * Returns the condition that the actor can still see a notification `n`: its task's team isn't hidden, its project is
 * visible, and its view is visible and active. Tokens need the scope to read projects for those.
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

/** A part of the inbox: the inbox itself, snoozed, or archive. */
export type Place = "inbox" | "snoozed" | "archive";

/** The time at which an entry `n` is sorted, or its return. Indexes use exactly this expression. */
export const shownAt = "coalesce(n.snoozed_until, n.created_at)";

/**
 * Returns the condition that an entry `n` is in a part of its inbox. Each part has an index of exactly this form.
 * @param unread whether to include only unread entries
 */
export function isIn(place: Place, now: Date, unread = false): RawBuilder<unknown> {
  const own = unread ? sql`and n.read_at is null` : sql``;
  if (place === "archive") return sql`n.latest = 1 and n.archived_at is not null ${own}`;
  const than = sql.raw(place === "snoozed" ? ">" : "<=");
  return sql`n.latest = 1 and n.archived_at is null ${own}
    and ${sql.raw(shownAt)} ${than} ${now.toISOString()}`;
}
