import { isManager, type Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findTeam } from "../../domain/teams/find.ts";
import type { Team, TeamDetail } from "../../domain/teams/schema.ts";
import type { PageContext } from "../context.ts";

type AtTeam = PageContext<Member> & { params: { teamId: string } };

/** Reads the team in a path, without its members. @throws NotFound */
export async function teamAt(at: AtTeam): Promise<Team> {
  const { teamId } = at.params;
  const known = (await at.teams()).find(({ id, key }) => id === teamId || key === teamId);
  return known ?? await wholeTeamAt(at);
}

/** Reads the team in a path with its members. @throws NotFound */
export async function wholeTeamAt(at: AtTeam): Promise<TeamDetail> {
  return parseJson((await at.ask(findTeam, { teamId: at.params.teamId })).json);
}

/** Reads the team in a path, whether it's a favorite, and whether the viewer can change it. @throws NotFound */
export async function readTeamAt(at: AtTeam) {
  const [team, favorites] = await Promise.all([teamAt(at), at.favorites()]);
  return {
    team,
    favorite: favorites.some(({ id }) => id === team.id),
    mayChange: canChangeTeam(at.viewer, team.id),
  };
}

/** Returns whether a member can change a team and its members. `RULES.md`, Permissions */
export function canChangeTeam(viewer: Member, teamId: string): boolean {
  return isManager(viewer) || viewer.teams.get(teamId) === "lead";
}
