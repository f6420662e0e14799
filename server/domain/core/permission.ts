import { sql } from "kysely";
import {
  type ActingAutomation,
  type Credential,
  type Interface,
  isManager,
  managerRoles,
  type Member,
  type Principal,
  type Roles,
  type Scope,
  type TeamRole,
} from "./actor.ts";
import { Forbidden, Unauthenticated } from "./errors.ts";
import type { Audience, WriteContext } from "./operation.ts";

/**
 * Checks that the actor is a workspace manager. `RULES.md`, Permissions
 * @param what the action, as the end of a sentence: `invite people`
 * @throws Forbidden otherwise
 */
export function requireManager(actor: Member, what: string): void {
  if (isManager(actor)) return;
  throw new Forbidden(`Only owners and admins can ${what}.`, {
    code: "not_manager",
    hint: "Ask an owner or admin of the workspace.",
  });
}

/**
 * Checks that the actor can change a team's settings and members: a manager, or a lead of that team. `RULES.md`,
 * Permissions
 * @throws Forbidden otherwise
 */
export function requireTeamChanger(actor: Roles, teamId: string): void {
  if (isManager(actor) || actor.teams.get(teamId) === "lead") return;
  throw new Forbidden("Only owners, admins, and this team's leads can change the team.", {
    code: "not_team_lead",
    hint: "Ask a lead of the team, an owner, or an admin to make this change.",
  });
}

const managers = managerRoles.map((role) => `'${role}'`).join(", ");

/**
 * Returns whether a profile can see a team, as SQL: a private team is visible to its members and managers. `RULES.md`,
 * Permissions
 * @param team of `teams`, and `profile` of `profiles`: the aliases in the calling query
 */
export function isTeamFor(team: string, profile: string): string {
  return `(${team}.private = 0 or ${profile}.role in (${managers}) or exists (
    select 1 from team_members m where m.team_id = ${team}.id and m.profile_id = ${profile}.id))`;
}

/**
 * Returns the arguments of `json_object` for a person's teams with their roles (`teams`), and the IDs of the teams that
 * they can't see (`hidden_teams`).
 * @param profile the alias of `profiles` in the calling query
 */
export function teamsOf(profile: string): string {
  return `'teams', (select json_group_array(json_array(m.team_id, m.role)) from team_members m
      where m.profile_id = ${profile}.id),
    'hidden_teams', (select json_group_array(t.id) from teams t
      where t.workspace_id = ${profile}.workspace_id and t.private = 1
        and not ${isTeamFor("t", profile)})`;
}

/** A member's permissions, as `currentPermissions` reads them. */
interface Permissions {
  /** Null for an automation or agent. */
  role: Member["role"] | null;
  teams: [id: string, role: TeamRole][];
  hidden_teams: string[];
}

const currentPermissions = sql.raw(`json_object('role', p.role, ${teamsOf("p")})`);

/** Returns whether a session or token was revoked, as SQL. */
function isRevoked({ kind, id }: Credential) {
  const table = sql.table(kind === "session" ? "sessions" : "credentials");
  return sql`exists (select 1 from ${table} where id = ${id} and revoked_at is not null)`;
}

/** Returns what is suspended: `automation`, the `agent` that it acts as, or null, as SQL. */
function suspended(automation: ActingAutomation | undefined) {
  if (!automation) return sql`null`;
  return sql`(select case when a.suspended_at is not null then 'automation'
      when g.suspended_at is not null then 'agent' end
    from automations a left join agents g on g.profile_id = ${automation.profileId}
    where a.id = ${automation.id})`;
}

/**
 * Checks an actor's access again in a write's transaction, and rereads a person's role and teams. A request takes time
 * while others write, and someone who lost their credential, role, team, or membership in between must not use it.
 * @throws Unauthenticated if the credential was revoked; Forbidden if the automation or agent is suspended, or a person
 * has left the workspace, is suspended, or the workspace was deleted
 */
export async function withCurrentPermissions<A>(
  asked: WriteContext<A>,
  audience: Audience,
): Promise<WriteContext<A>> {
  if (audience === "anyone") return asked;
  const actor = asked.actor as A & Member;
  const profileId = audience === "member" ? actor.profile.id : null;
  const { rows } = await sql<{
    revoked: 0 | 1;
    suspended: "automation" | "agent" | null;
    now: string | null;
  }>`select ${isRevoked(actor.credential)} as revoked, ${suspended(actor.automation)} as suspended,
    (select ${currentPermissions} from profiles p where p.id = ${profileId}
      and p.removed_at is null and p.suspended_at is null) as now`.execute(asked.tx);
  const row = rows[0]!;
  if (row.revoked) {
    throw new Unauthenticated("Your session or token was revoked before the change was saved.", {
      code: "token_invalid",
    });
  }
  if (row.suspended === "automation") throw suspendedAutomation();
  if (row.suspended === "agent") throw suspendedAgent(actor.interface);
  if (audience === "principal") return asked;
  if (row.now === null) {
    throw new Forbidden("You're no longer a member of this workspace.", { code: "not_member" });
  }
  const { role, teams, hidden_teams: hiddenTeamIds } = JSON.parse(row.now) as Permissions;
  if (role === null) return asked;
  return { ...asked, actor: { ...actor, role, teams: new Map(teams), hiddenTeamIds } };
}

export function suspendedAutomation(): Forbidden {
  return new Forbidden("This automation is suspended.", {
    code: "automation_suspended",
    hint: "Ask an owner or admin to unsuspend the automation.",
  });
}

export function suspendedAgent(source: Interface): Forbidden {
  return new Forbidden("This agent is suspended.", {
    code: "agent_suspended",
    hint: source === "cli"
      ? 'Ask an owner or admin to unsuspend the agent, or use another one with "auth set-agent <agent>".'
      : "Ask an owner or admin to unsuspend the agent, or use another one.",
  });
}

/** @throws Forbidden unless the actor is signed in as themselves, not with a token */
export function requireSession(actor: Principal): void {
  if (actor.kind === "human" && actor.credential.kind === "session") return;
  throw new Forbidden("This requires a signed-in session.", {
    code: "session_required",
    hint: actor.interface === "cli"
      ? 'Sign in with the command "auth wizard". Omit --token and BACKLOG_TOKEN.'
      : "Sign in with a code, and use the session's token.",
  });
}

/** @throws Forbidden unless the actor's token carries the scope */
export function requireScope({ kind, credential }: Principal, scope: Scope): void {
  if (credential.scopes.has(scope)) return;
  throw new Forbidden(`This token doesn't have the scope ${scope}.`, {
    code: "missing_scope",
    hint: kind === "automation"
      ? `Ask an owner or admin to add the scope ${scope} to the automation.`
      : `Use a token with the scope ${scope}.`,
  });
}
