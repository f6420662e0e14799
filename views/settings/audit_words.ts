import type { AuditEntry } from "../../server/domain/audit/schema.ts";

/** What happened, as managers read it, by what it is about. What isn't told here is told by its kind. */
export const auditWords = {
  "Signing in": {
    "session.opened": "signed in",
    "session.ended": "signed out",
    "session.revoked": "ended a session",
    "session.others_revoked": "ended all other sessions",
    "session.refresh_reused": "used a refresh token twice, which ended its session",
    "signin.locked_out": "had too many wrong codes: the address is locked for a while",
  },
  Tokens: {
    "token.created": "made a personal access token",
    "token.revoked": "revoked a personal access token",
  },
  People: {
    "invitation.sent": "invited",
    "invitation.resent": "invited again",
    "invitation.revoked": "revoked the invitation of",
    "invitation.accepted": "accepted an invitation",
    "invitation.declined": "declined an invitation",
    "member.role_changed": "changed the role of",
    "member.suspended": "suspended",
    "member.unsuspended": "resumed",
    "member.left": "left",
    "member.removed": "removed",
  },
  Teams: {
    "team.created": "made the team",
    "team.archived": "archived the team",
    "team.restored": "brought back the team",
    "team.privacy_changed": "changed who sees the team",
    "team.member_added": "added to a team",
    "team.member_role_changed": "changed the role in a team of",
    "team.member_removed": "took out of a team",
  },
  Workspace: {
    "workspace.created": "made the workspace",
    "workspace.renamed": "renamed the workspace",
    "workspace.time_zone_changed": "changed the time zone of",
  },
  Automation: {
    "automation.created": "made the automation",
    "automation.renamed": "renamed the automation",
    "automation.description_changed": "described the automation",
    "automation.teams_changed": "changed the teams of the automation",
    "automation.scopes_changed": "changed the scopes of the automation",
    "automation.secret_rotated": "rotated the secret of the automation",
    "automation.suspended": "suspended the automation",
    "automation.unsuspended": "resumed the automation",
    "agent.created": "made the agent",
    "agent.renamed": "renamed the agent",
    "agent.teams_changed": "changed the teams of the agent",
    "agent.role_changed": "changed the role of the agent",
    "agent.suspended": "suspended the agent",
    "agent.unsuspended": "resumed the agent",
  },
} as const satisfies Record<string, Record<string, string>>;

/** Whom it was done to is named after these. */
const ofSomebody =
  /^(invitation\.(sent|resent|revoked)|member\.(role_\w+|(un)?suspended|removed))$/;

/** What happened, as it reads by itself: "removed …". */
export const wholeWords = (kind: string, words: string): string =>
  ofSomebody.test(kind) ? `${words} …` : words;

const words: Record<string, string> = Object.assign({}, ...Object.values(auditWords));

/** "removed": what was done, to be followed by whom or what it was done to. */
export function saidOf(kind: string): string {
  return words[kind] ?? kind.replaceAll(/[._]/g, " ");
}

/** Whether the subject is somebody or something else than who did it. */
export function namesSubject({ actor, subject }: AuditEntry): boolean {
  return subject !== null && subject.id !== actor?.id;
}

/** By which interface it came. */
export const interfaceNames: Record<AuditEntry["interface"], string> = {
  web: "Browser",
  api: "API",
  cli: "Command line",
  system: "Server",
};

/** What was shown to be let in. */
export function credentialWord(kind: string): string {
  return ({ session: "session", pat: "token", automation: "automation" } as Record<string, string>)[
    kind
  ] ?? kind;
}

/** What else is kept of it, in short: "from member to admin". */
export function detailOf({ data }: AuditEntry): string {
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
