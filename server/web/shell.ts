import type { Context } from "hono";
import type { ShellFrame } from "../../views/layouts/frame.ts";
import { listAll } from "../domain/core/page.ts";
import { listTeams } from "../domain/teams/list.ts";
import type { Team } from "../domain/teams/schema.ts";
import { listWorkspaces } from "../domain/workspaces/list.ts";
import type { Env } from "../http/env.ts";
import { frameFor } from "../http/html.ts";

/** The teams that the member sees, parsed once between two commits: every page shows them. */
export function teamsOf(c: Context<Env>): Promise<readonly Team[]> {
  const member = c.get("member");
  const deps = c.get("deps");
  return deps.database.unchanged(
    `teams ${member.profile.id}`,
    () => listAll(deps, member, listTeams),
  );
}

function workspacesOf(c: Context<Env>): Promise<ShellFrame["workspaces"]> {
  const member = c.get("member");
  const deps = c.get("deps");
  return deps.database.unchanged(
    `workspaces ${member.userId}`,
    () => listAll(deps, member, listWorkspaces),
  );
}

/** The shell around a page: the teams and workspaces beside it. @param here the page's own path and query */
export async function shellFrame(c: Context<Env>, here: string): Promise<ShellFrame> {
  const member = c.get("member");
  const [teams, workspaces] = await Promise.all([teamsOf(c), workspacesOf(c)]);
  return {
    ...frameFor(c, member, member.workspace.timeZone),
    viewer: { profileId: member.profile.id, name: member.profile.name, email: member.email },
    workspace: member.workspace,
    workspaces,
    teams,
    here,
  };
}
