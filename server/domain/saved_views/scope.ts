import type { Member } from "../core/actor.ts";
import { Forbidden, invalidField } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import { resolveProject } from "../tasks/project_and_milestone.ts";
import { resolveTeam } from "../teams/resolve.ts";
import type { LocatedView } from "./locate.ts";
import type { View, ViewPatch } from "./schema.ts";

/** The requested scope of a view. */
interface GivenScope {
  kind: View["kind"];
  scope: View["scope"];
  teamId?: string | null | undefined;
  projectId?: string | null | undefined;
}

/** The columns of a view's scope. */
export interface ScopeColumns {
  scope: View["scope"];
  team_id: string | null;
  project_id: string | null;
}

/**
 * Returns a view's scope: personal, team, project, or workspace.
 * @throws Invalid for a scope without its record, with another kind of record, or with a missing one; Conflict for an
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
 * Returns the change that a patch makes to a view's scope, or null. A patch with a team or project sets that scope.
 * @throws errors of `resolveScope`; Forbidden if someone other than the owner makes it personal
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
      hint: "Create your own view from this view.",
    });
  }
  return { columns };
}
