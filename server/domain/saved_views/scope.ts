import type { Member } from "../core/actor.ts";
import { Forbidden, invalidField } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { resolveProject } from "../tasks/project_and_milestone.ts";
import { resolveTeam } from "../teams/resolve.ts";
import type { LocatedView } from "./locate.ts";
import type { View, ViewPatch } from "./schema.ts";

/** Whose a view is to be. */
interface GivenScope {
  kind: View["kind"];
  scope: View["scope"];
  teamId?: string | null | undefined;
  projectId?: string | null | undefined;
}

/** The columns that say whose a view is. */
export interface ScopeColumns {
  scope: View["scope"];
  team_id: string | null;
  project_id: string | null;
}

/**
 * Whose a view is to be: one's own, a team's, a project's or the workspace's.
 * @throws Invalid for a scope without its record, or with another one, or with one that isn't here; Conflict for an
 *   archived team
 */
export async function resolveScope(
  context: ReadContext<Member>,
  { kind, scope, teamId, projectId }: GivenScope,
): Promise<ScopeColumns> {
  if (kind === "project" && scope === "project") {
    throw invalidField(
      "scope",
      "Use the scope personal, team, or workspace for a view of projects.",
    );
  }
  if (scope !== "team" && teamId) {
    throw invalidField("teamId", "Use teamId only with the scope team.");
  }
  if (scope !== "project" && projectId) {
    throw invalidField("projectId", "Use projectId only with the scope project.");
  }
  if (scope === "team" && !teamId) throw invalidField("teamId", "Choose the view's team.");
  if (scope === "project" && !projectId) {
    throw invalidField("projectId", "Choose the view's project.");
  }
  return {
    scope,
    team_id: scope === "team" ? (await resolveTeam(context, teamId!)).id : null,
    project_id: scope === "project" ? (await resolveProject(context, projectId!)).id : null,
  };
}

/**
 * What a patch makes of whose a view is; null where that stays. One that names a team or a project is that one's.
 * @throws what `resolveScope` throws; Forbidden where nobody but its owner would see it any more and somebody else asks
 */
export async function planScope(
  { record: view, ...context }: ReadContext<Member> & { record: LocatedView },
  patch: Pick<ViewPatch, "scope" | "teamId" | "projectId">,
): Promise<{ columns: ScopeColumns } | null> {
  const named = patch.teamId ? "team" : patch.projectId ? "project" : view.scope;
  const scope = patch.scope ?? named;
  const stays = scope === view.scope;
  const columns = await resolveScope(context, {
    kind: view.kind,
    scope,
    teamId: patch.teamId ?? (stays ? view.teamId : null),
    projectId: patch.projectId ?? (stays ? view.projectId : null),
  });
  const { team_id, project_id } = columns;
  if (stays && team_id === view.teamId && project_id === view.projectId) return null;
  if (scope === "personal" && view.owner_id !== context.actor.profile.id) {
    throw new Forbidden("Only the view's owner can make this view personal.", {
      code: "not_view_owner",
      hint: "Create your own view from it.",
    });
  }
  return { columns };
}
