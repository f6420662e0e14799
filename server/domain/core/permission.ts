import { sql } from "kysely";
import { isManager, type Member, type Principal, type Roles, type Scope } from "./actor.ts";
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
    hint: "Ask a lead of the team, or an owner or admin of the workspace.",
  });
}

/**
 * Rereads the actor in a write's transaction. A request takes time while others write, and someone who lost a role or
 * membership in between must not write anything.
 * @throws Forbidden if they have left the workspace, are suspended, or it was deleted
 */
export async function withCurrentRole<A>(asked: WriteContext<A>): Promise<WriteContext<A>> {
  const { tx } = asked;
  const actor = asked.actor as A & Member;
  const { rows } = await sql<{ role: Member["role"] | null }>`
    select role from profiles where id = ${actor.profile.id}
      and removed_at is null and suspended_at is null`.execute(tx);
  const [row] = rows;
  if (!row) {
    throw new Forbidden("You're no longer a member of this workspace.", { code: "not_member" });
  }
  if (row.role === null || row.role === actor.role) return asked;
  return { ...asked, actor: { ...actor, role: row.role } };
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
