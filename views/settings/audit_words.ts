import type { AuditEntry } from "../../server/domain/audit/schema.ts";

/** Descriptions of audit events, in groups. An event that is missing here is described by its kind. */
export const auditWords = {
  "Sign-in": {
    "session.opened": "signed in",
    "session.ended": "signed out",
    "session.revoked": "ended a session",
    "session.others_revoked": "ended all other sessions",
    "session.refresh_reused": "reused a refresh token, which ended the session",
    "signin.locked_out": "entered too many wrong codes, so sign-in is locked for a while",
  },
  Tokens: {
    "token.created": "created a personal access token",
    "token.revoked": "revoked a personal access token",
  },
  People: {
    "invitation.sent": "invited",
    "invitation.resent": "resent the invitation to",
    "invitation.revoked": "revoked the invitation for",
    "invitation.accepted": "accepted an invitation",
    "invitation.declined": "declined an invitation",
    "member.role_changed": "changed the role of",
    "member.suspended": "suspended",
    "member.unsuspended": "unsuspended",
    "member.left": "left the workspace",
    "member.removed": "removed",
  },
  Teams: {
    "team.created": "created the team",
    "team.archived": "archived the team",
    "team.restored": "restored the team",
    "team.privacy_changed": "changed the team's privacy",
    "team.member_added": "added team member",
    "team.member_role_changed": "changed the role of team member",
    "team.member_removed": "removed team member",
  },
  Workspace: {
    "workspace.created": "created the workspace",
    "workspace.renamed": "renamed the workspace",
    "workspace.time_zone_changed": "changed the time zone of",
  },
  Automation: {
    "automation.created": "created the automation",
    "automation.renamed": "renamed the automation",
    "automation.description_changed": "changed the description of the automation",
    "automation.teams_changed": "changed the teams of the automation",
    "automation.scopes_changed": "changed the scopes of the automation",
    "automation.secret_rotated": "rotated the secret of the automation",
    "automation.suspended": "suspended the automation",
    "automation.unsuspended": "unsuspended the automation",
    "agent.created": "created the agent",
    "agent.renamed": "renamed the agent",
    "agent.teams_changed": "changed the teams of the agent",
    "agent.role_changed": "changed the role of the agent",
    "agent.suspended": "suspended the agent",
    "agent.unsuspended": "unsuspended the agent",
  },
} as const satisfies Record<string, Record<string, string>>;

/** The filter options of events whose description ends with a name. */
const optionWords: Readonly<Record<string, string>> = {
  "invitation.sent": "Invited a person",
  "invitation.resent": "Resent an invitation",
  "invitation.revoked": "Revoked an invitation",
  "member.role_changed": "Changed a member's role",
  "member.suspended": "Suspended a member",
  "member.unsuspended": "Unsuspended a member",
  "member.removed": "Removed a member",
  "team.member_added": "Added a team member",
  "team.member_role_changed": "Changed a team member's role",
  "team.member_removed": "Removed a team member",
  "workspace.time_zone_changed": "Changed the time zone",
};

/** An event as a filter option: "Removed a member". */
export const optionOf = (kind: string, words: string): string =>
  optionWords[kind] ?? words[0]!.toUpperCase() + words.slice(1);

const words: Record<string, string> = Object.assign({}, ...Object.values(auditWords));

/** Describes an event. The name of its subject follows: "removed". */
export function saidOf(kind: string): string {
  return words[kind] ?? kind.replaceAll(/[._]/g, " ");
}

/** Returns whether the subject differs from the actor. */
export function namesSubject({ actor, subject }: AuditEntry): boolean {
  return subject !== null && subject.id !== actor?.id;
}

/** Names of the interfaces. */
export const interfaceNames: Record<AuditEntry["interface"], string> = {
  web: "Web",
  api: "API",
  cli: "Command line",
  system: "Server",
};

/** Names a kind of credential. */
export function credentialWord(kind: string): string {
  return ({ session: "session", pat: "token", automation: "automation" } as Record<string, string>)[
    kind
  ] ?? kind;
}

/** Summarizes the data of an entry: "from member to admin". */
export function detailOf({ kind: event, data }: AuditEntry): string {
  // The data is the ID of the new secret, which no other page shows.
  if (event === "automation.secret_rotated") return "";
  const { from, to, role, team, label, kind } = data as Record<string, unknown>;
  const parts = [
    typeof label === "string" ? label : "",
    typeof from === "string" ? `from ${from}` : "",
    typeof to === "string" && typeof from === "string" ? `to ${to}` : "",
    typeof to === "string" && typeof from !== "string" ? `as ${to}` : "",
    typeof role === "string" ? `as ${role}` : "",
    named(team),
    typeof kind === "string" ? kind : "",
  ];
  return parts.filter(Boolean).join(" ");
}

function named(team: unknown): string {
  if (typeof team !== "object" || team === null || !("name" in team)) return "";
  return `in ${String(team.name)}`;
}
