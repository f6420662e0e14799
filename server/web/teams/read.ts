import { isManager, type Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findTeam } from "../../domain/teams/find.ts";
import type { Team, TeamDetail } from "../../domain/teams/schema.ts";
import type { PageContext } from "../context.ts";

type AtTeam = PageContext<Member> & { params: { teamId: string } };

/** A team that a path names. Of one in use the pages know all but who is in it. @throws NotFound */
export async function teamAt(at: AtTeam): Promise<Team> {
  const { teamId } = at.params;
  const known = (await at.teams()).find(({ id, key }) => id === teamId || key === teamId);
  return known ?? await wholeTeamAt(at);
}

/** The same with who is in it. @throws NotFound */
export async function wholeTeamAt(at: AtTeam): Promise<TeamDetail> {
  return parseJson((await at.ask(findTeam, { teamId: at.params.teamId })).json);
}

/** A team that a path names, whether the viewer pinned it, and whether they may change it. @throws NotFound */
export async function readTeamAt(at: AtTeam) {
  const [team, favorites] = await Promise.all([teamAt(at), at.favorites()]);
  return {
    team,
    favorite: favorites.some(({ id }) => id === team.id),
    mayChange: canChangeTeam(at.viewer, team.id),
  };
}

/** Whether somebody may change a team and who is in it. `RULES.md`, Permissions */
export function canChangeTeam(viewer: Member, teamId: string): boolean {
  return isManager(viewer) || viewer.teams.get(teamId) === "lead";
}
