import { isManager, type Member, type WorkspaceRole } from "../domain/core/actor.ts";
import { parseJson } from "../domain/core/json.ts";
import { listMembers } from "../domain/members/list.ts";
import type { Named } from "../domain/refs/named.ts";
import { findTeam } from "../domain/teams/find.ts";
import type { TeamDetail } from "../domain/teams/schema.ts";
import type { PageContext } from "./context.ts";

/** The maximum number of names, because asking one person is enough. */
const MOST_NAMED = 3;

type Ask = PageContext<Member>["ask"];

/** Returns people with some roles, sorted by name within each role. */
async function ofRoles(ask: Ask, roles: readonly WorkspaceRole[]): Promise<Named[]> {
  const found = [];
  for (const role of roles) {
    const { records } = await ask(listMembers, { role, limit: "20" });
    found.push(...parseJson(records).filter(({ suspended }) => !suspended));
    if (found.length >= MOST_NAMED) break;
  }
  return found.slice(0, MOST_NAMED).map(({ id, name }) => ({ id, name }));
}

/** Returns the managers to ask, or nobody for a manager. */
export async function managersToAsk(
  at: Pick<PageContext<Member>, "askOnce" | "viewer">,
): Promise<Named[]> {
  return isManager(at.viewer) ? [] : await ofRoles(at.askOnce, ["owner", "admin"]);
}

/** Returns the owners to ask, or nobody for an owner. */
export async function ownersToAsk(
  at: Pick<PageContext<Member>, "askOnce" | "viewer">,
): Promise<Named[]> {
  return at.viewer.role === "owner" ? [] : await ofRoles(at.askOnce, ["owner"]);
}

/** Returns the leads of a team to ask, and managers if there is room. */
export async function leadsToAsk(
  ask: Ask,
  { members }: Pick<TeamDetail, "members">,
): Promise<Named[]> {
  const leads = members.filter(({ role, profile }) => role === "lead" && profile.kind === "human")
    .map(({ profile: { id, name } }) => ({ id, name }));
  const managers = await ofRoles(ask, ["owner", "admin"]);
  const others = managers.filter(({ id }) => leads.every((lead) => lead.id !== id));
  return [...leads, ...others].slice(0, MOST_NAMED);
}

/** Error codes, with the roles that can help. */
const helpers: Readonly<Record<string, readonly WorkspaceRole[]>> = {
  not_manager: ["owner", "admin"],
  not_owner: ["owner"],
  not_project_writer: ["owner", "admin"],
  not_task_creator: ["owner", "admin"],
  not_task_writer: ["owner", "admin"],
  not_team_lead: ["owner", "admin"],
};

/**
 * Returns the people to ask after a refusal, or nobody if none of them could help.
 * @param code the error code
 * @param teamId the team of the page
 */
export async function helpersFor(ask: Ask, code: string, teamId?: string): Promise<Named[]> {
  if (code === "not_team_lead" && teamId !== undefined) {
    return await leadsToAsk(ask, parseJson((await ask(findTeam, { teamId })).json));
  }
  return await ofRoles(ask, helpers[code] ?? []);
}
