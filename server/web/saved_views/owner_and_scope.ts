import type { Member } from "../../domain/core/actor.ts";
import type { View } from "../../domain/saved_views/schema.ts";
import { membersNamed, projectsNamed } from "../choices.ts";
import type { PageContext } from "../context.ts";

/** Returns the names of views' owners (null for the viewer) and of their teams or projects. */
export async function ownerAndScopeOf(
  at: PageContext<Member>,
  views: readonly View[],
): Promise<(view: View) => { owner: string | null; scopeName: string | null }> {
  const [members, teams, projects] = await Promise.all([
    membersNamed(at, views.map(({ ownerId }) => ownerId)),
    at.teams(),
    projectsNamed(at, views.flatMap(({ projectId }) => projectId ?? [])),
  ]);
  const names = new Map([...members, ...teams, ...projects].map(({ id, name }) => [id, name]));
  return ({ ownerId, teamId, projectId }) => ({
    owner: ownerId === at.viewer.profile.id ? null : names.get(ownerId) ?? "a former member",
    scopeName: names.get(teamId ?? projectId ?? "") ?? null,
  });
}
