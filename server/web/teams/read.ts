import { isManager, type Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findTeam } from "../../domain/teams/find.ts";
import type { PageContext } from "../context.ts";

/** A team that a path names, whether the viewer pinned it, and whether they may change it. @throws NotFound */
export async function readTeamAt(at: PageContext<Member> & { params: { teamId: string } }) {
  const [{ json }, favorites] = await Promise.all([
    at.askOnce(findTeam, { teamId: at.params.teamId }),
    at.favorites(),
  ]);
  const team = parseJson(json);
  return {
    team,
    favorite: favorites.some(({ id }) => id === team.id),
    mayChange: mayChangeTeam(at.viewer, team.id),
  };
}

/** Whether somebody may change a team and who is in it. `RULES.md`, Who may do what */
export function mayChangeTeam(viewer: Member, teamId: string): boolean {
  return isManager(viewer) || viewer.teams.get(teamId) === "lead";
}
