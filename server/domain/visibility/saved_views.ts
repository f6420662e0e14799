import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { visibleProject } from "./projects.ts";
import { andUnhidden, teamOrNone } from "./teams.ts";

/**
 * Returns the views that the actor can see: their own, those of visible teams, and those of the workspace and its
 * projects. A personal view is visible only to its owner, whatever the role.
 */
export function visibleViews(actor: Member): RawBuilder<unknown> {
  const hidden = actor.hiddenTeamIds.length > 0
    ? sql`${andUnhidden(actor, teamOrNone("v.team_id"))}
        and (v.project_id is null or exists (select 1 from projects p
          where p.id = v.project_id and ${visibleProject(actor, "p")}))`
    : sql``;
  return sql`v.workspace_id = ${actor.workspace.id}
    and (v.scope <> 'personal' or v.owner_id = ${actor.profile.id}) ${hidden}`;
}
