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

/** The condition that an entry `n` stands in the inbox, or in its archive; each has an index of exactly this form. */
export function isIn(place: "inbox" | "archive" | "unread"): RawBuilder<unknown> {
  switch (place) {
    case "inbox":
      return sql`n.latest = 1 and n.archived_at is null`;
    case "unread":
      return sql`n.latest = 1 and n.archived_at is null and n.read_at is null`;
    case "archive":
      return sql`n.latest = 1 and n.archived_at is not null`;
  }
}
