import type { Context } from "hono";
import type { ShellFrame } from "../../views/layouts/frame.ts";
import { perform } from "../domain/operation.ts";
import { parseJson } from "../domain/tasks/record.ts";
import { listTeams } from "../domain/teams/list.ts";
import { listWorkspaces } from "../domain/workspaces/list.ts";
import type { Env } from "../http/env.ts";
import { frameFor } from "../http/html.ts";

/** The shell around a page: the teams and workspaces beside it. @param here the page's own path and query */
export async function shellFrame(c: Context<Env>, here: string): Promise<ShellFrame> {
  const member = c.get("member");
  const deps = c.get("deps");
  const [teams, workspaces] = await Promise.all([
    perform(deps, member, listTeams, {}),
    perform(deps, member, listWorkspaces, {}),
  ]);
  return {
    ...frameFor(c, member, member.workspace.timeZone),
    viewer: { profileId: member.profile.id, name: member.profile.name, email: member.email },
    workspace: member.workspace,
    workspaces,
    teams: parseJson(teams),
    here,
  };
}
