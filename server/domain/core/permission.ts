import { sql } from "kysely";
import {
  automationScopes,
  isManager,
  managerRoles,
  type Member,
  type Principal,
  type Roles,
  type Scope,
  type TeamRole,
} from "./actor.ts";
import { Forbidden } from "./errors.ts";
import type { WriteContext } from "./operation.ts";

/**
 * Checks that the actor is a workspace manager. `RULES.md`, Permissions
 * @param what the action, as the end of a sentence: `invite people`
 * @throws Forbidden otherwise
 */
export function requireManager(actor: Member, what: string): void {
  if (isManager(actor)) return;
  throw new Forbidden(`Only owners and admins can ${what}.`, {
    code: "not_manager",
    hint: actor.kind === "automation"
      ? `Automations can't ${what}. Ask an owner or admin.`
      : "Ask an owner or admin of the workspace.",
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

/**
 * Rereads a person's role and teams in a write's transaction. A request takes time while others write, and someone who
 * lost a role, team, or membership in between must not use it.
 * @throws Forbidden if they have left the workspace, are suspended, or it was deleted
 */
export async function withCurrentPermissions<A>(asked: WriteContext<A>): Promise<WriteContext<A>> {
  const { tx } = asked;
  const actor = asked.actor as A & Member;
  const { rows } = await sql<{ now: string }>`
    select ${currentPermissions} as now from profiles p where p.id = ${actor.profile.id}
      and p.removed_at is null and p.suspended_at is null`.execute(tx);
  const [row] = rows;
  if (!row) {
    throw new Forbidden("You're no longer a member of this workspace.", { code: "not_member" });
  }
  const { role, teams, hidden_teams: hiddenTeamIds } = JSON.parse(row.now) as Permissions;
  if (role === null) return asked;
  return { ...asked, actor: { ...actor, role, teams: new Map(teams), hiddenTeamIds } };
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
    hint: kind === "automation" ? automationHint(scope) : `Use a token with the scope ${scope}.`,
  });
}

function automationHint(scope: Scope): string {
  if (!automationScopes.some((one) => one === scope)) {
    return `Automations can't have this scope. Use a person's token with the scope ${scope}.`;
  }
  const hint = `Ask an owner or admin to add the scope ${scope} to the automation.`;
  if (scope !== "projects.write") return hint;
  return `${hint} Automations can't create projects, even with this scope.`;
}
