import type { Interface, Member, Principal, Scope, TeamRole } from "../core/actor.ts";
import { noteCredentialUsed } from "../credentials/note_used.ts";
import { Forbidden, Unauthenticated } from "../core/errors.ts";
import type { Services } from "../core/operation.ts";
import { suspendedAgent, suspendedAutomation } from "../core/permission.ts";
import { type Authenticated, type HolderStatement, readHolder } from "../sessions/token_holder.ts";
import { reaches } from "./teams.ts";
import { firstPreferences } from "../preferences/schema.ts";

/** An automation, as the authenticating statement reads it. */
interface Row {
  credential_id: string;
  last_used_at: string | null;
  expires_at: string;
  automation_id: string;
  automation_name: string;
  provider_type: string;
  scopes: Scope[];
  suspended_at: string | null;
  agent_suspended_at: string | null;
  workspace: Member["workspace"];
  /** The profile to act as; null if the named agent isn't the automation's. */
  profile: Member["profile"] | null;
  /** Every team of the workspace, with the automation's access and the profile's role. */
  teams: [id: string, reached: 0 | 1, role: TeamRole | null][];
}

const holderOfToken: HolderStatement = {
  name: "automation",
  sql: `
  select json_object('credential_id', c.id, 'last_used_at', c.last_used_at, 'expires_at', k.expires_at,
    'automation_id', a.id, 'automation_name', a.name, 'provider_type', a.provider_type,
    'scopes', json(a.scopes), 'suspended_at', a.suspended_at,
    'agent_suspended_at', g.suspended_at,
    'workspace', json_object('id', w.id, 'name', w.name, 'timeZone', w.time_zone,
      'revision', w.revision),
    'profile', case when p.id is null then null
      else json_object('id', p.id, 'name', p.name, 'username', p.username,
        'color', p.color) end,
    'teams', (select json_group_array(
        json_array(t.id, ${reaches}, iif(p.id = a.profile_id, 'member', m.role)))
      from teams t left join team_members m on m.team_id = t.id and m.profile_id = p.id
      where t.workspace_id = w.id)) as holder
  from automation_tokens k
  join credentials c on c.id = k.credential_id and c.revoked_at is null
  join automations a on a.id = c.automation_id
  join workspaces w on w.id = a.workspace_id
  left join agents g on g.automation_id = a.id and g.profile_id = coalesce(
    (select x.id from profiles x where x.workspace_id = a.workspace_id and x.username = lower(?2)), ?2)
  left join profiles p on p.removed_at is null
    and p.id = coalesce(g.profile_id, iif(coalesce(?2, a.profile_id) = a.profile_id, a.profile_id, null))
  where k.hash = ?1`,
};

/**
 * Authenticates an automation's access token in one statement, as itself or as the named agent. Its teams are the
 * automation's. Its permissions there are the agent's roles, or membership in every team without an agent.
 * @throws Unauthenticated for an invalid token or one whose secret was rotated; Forbidden while it is suspended, or for
 * an agent that is suspended or belongs to another automation. `RULES.md`, Permissions
 */
export async function authenticateAutomation(
  services: Services,
  { token, agentId = null, unnoticed }: {
    token: string;
    agentId: string | null | undefined;
    unnoticed?: boolean | undefined;
  },
  source: Interface,
  workspaceId: string | null,
): Promise<Authenticated> {
  const now = services.clock();
  const { row, cachedReads } = await readHolder<Row>(services.database, holderOfToken, token, [
    agentId,
  ]);
  if (!row || row.expires_at <= now.toISOString()) throw deadToken(source);
  if (row.suspended_at) throw suspendedAutomation();
  if (!row.profile) throw foreignAgent(agentId, source);
  if (row.agent_suspended_at) throw suspendedAgent(source);
  if (!unnoticed) {
    noteCredentialUsed(services, { id: row.credential_id, lastUsedAt: row.last_used_at }, now);
  }
  const principal = principalOf(row, row.profile, source);
  const elsewhere = workspaceId !== null && workspaceId !== row.workspace.id;
  return {
    principal,
    member: elsewhere ? null : memberOf(row, row.profile, principal),
    cachedReads,
  };
}

function principalOf(row: Row, profile: Member["profile"], source: Interface) {
  const reached = row.teams.filter(([, reached]) => reached);
  const roles = reached.flatMap(([id, , role]): [string, TeamRole][] => role ? [[id, role]] : []);
  return {
    kind: "automation",
    interface: source,
    credential: { kind: "automation", id: row.credential_id, scopes: new Set(row.scopes) },
    userId: row.automation_id,
    email: "",
    name: row.automation_name,
    preferences: firstPreferences,
    activeWorkspaceId: row.workspace.id,
    automation: {
      id: row.automation_id,
      providerType: row.provider_type,
      profileId: profile.id,
      teamIds: reached.map(([id]) => id),
      teams: new Map(roles),
    },
  } satisfies Principal;
}

/** Returns the automation as a member of the workspace. It can never be a manager. */
function memberOf(
  row: Row,
  profile: Member["profile"],
  principal: ReturnType<typeof principalOf>,
): Member {
  return {
    ...principal,
    // The row is shared by concurrent requests
    workspace: { ...row.workspace },
    profile,
    role: "member",
    teams: principal.automation.teams,
    hiddenTeamIds: row.teams.filter(([, reached]) => !reached).map(([id]) => id),
  };
}

function deadToken(source: Interface): Unauthenticated {
  return new Unauthenticated("This automation token is invalid, expired, or revoked.", {
    code: "token_invalid",
    hint: source === "cli"
      ? 'Get a new token with the command "auth exchange --save", which requires the automation\'s secret.'
      : "Exchange the automation's secret for a new token.",
  });
}

function foreignAgent(agentId: string | null, source: Interface): Forbidden {
  const named = agentId === "" ? "with an empty ID" : agentId ?? "of its own";
  return new Forbidden(`This automation has no agent ${named}.`, {
    code: "agent_not_linked",
    hint: source === "cli"
      ? 'Choose an agent of the automation with the command "auth set-agent <agent>", or no agent with "auth clear-agent".'
      : "Send the profile ID of one of the automation's agents in X-Backlog-Agent, or omit the header.",
  });
}
