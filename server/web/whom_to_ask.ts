import { isManager, type Member, type WorkspaceRole } from "../domain/core/actor.ts";
import { parseJson } from "../domain/core/json.ts";
import { listMembers } from "../domain/members/list.ts";
import type { Named } from "../domain/refs/named.ts";
import { findTeam } from "../domain/teams/find.ts";
import type { TeamDetail } from "../domain/teams/schema.ts";
import type { PageContext } from "./context.ts";

/** How many are named: one of them is enough to ask. */
const MOST_NAMED = 3;

type Ask = PageContext<Member>["ask"];

/** Those of some roles, each role's by name. */
async function ofRoles(ask: Ask, roles: readonly WorkspaceRole[]): Promise<Named[]> {
  const found = [];
  for (const role of roles) {
    const { records } = await ask(listMembers, { role, limit: "20" });
    found.push(...parseJson(records).filter(({ suspended }) => !suspended));
    if (found.length >= MOST_NAMED) break;
  }
  return found.slice(0, MOST_NAMED).map(({ id, name }) => ({ id, name }));
}

/** Whom one asks for what is the managers' to do; nobody for who is one. */
export async function managersToAsk(
  at: Pick<PageContext<Member>, "askOnce" | "viewer">,
): Promise<Named[]> {
  return isManager(at.viewer) ? [] : await ofRoles(at.askOnce, ["owner", "admin"]);
}

/** Whom one asks for what is the owners' to do; nobody for who is one. */
export async function ownersToAsk(
  at: Pick<PageContext<Member>, "askOnce" | "viewer">,
): Promise<Named[]> {
  return at.viewer.role === "owner" ? [] : await ofRoles(at.askOnce, ["owner"]);
}

/** Whom one asks for what is a team's leads' to do: they, and managers where there is room. */
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

/** The refusals with which somebody of these roles can help. */
const helpers: Readonly<Record<string, readonly WorkspaceRole[]>> = {
  not_manager: ["owner", "admin"],
  not_owner: ["owner"],
  not_project_writer: ["owner", "admin"],
  not_task_creator: ["owner", "admin"],
  not_task_writer: ["owner", "admin"],
  not_team_lead: ["owner", "admin"],
};

/**
 * Whom one asks after a refusal; nobody where none of them could help.
 * @param code the refusal's
 * @param teamId the team that the page is of
 */
export async function helpersFor(ask: Ask, code: string, teamId?: string): Promise<Named[]> {
  if (code === "not_team_lead" && teamId !== undefined) {
    return await leadsToAsk(ask, parseJson((await ask(findTeam, { teamId })).json));
  }
  return await ofRoles(ask, helpers[code] ?? []);
}
