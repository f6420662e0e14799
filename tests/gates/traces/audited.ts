/** The kinds of audit entries that a field's change writes. Other fields write none. */
export const auditedFields: Record<string, string[]> = {
  "PATCH /workspaces/{workspaceId} name": ["workspace.renamed"],
  "PATCH /workspaces/{workspaceId} timeZone": ["workspace.time_zone_changed"],
  "PATCH agents/{agentId} name": ["agent.renamed"],
  "PATCH agents/{agentId} role": ["agent.role_changed"],
  "PATCH agents/{agentId} suspended": ["agent.unsuspended"],
  "PATCH agents/{agentId} teamIds": ["agent.teams_changed"],
  "PATCH automations/{automationId} description": ["automation.description_changed"],
  "PATCH automations/{automationId} name": ["automation.renamed"],
  "PATCH automations/{automationId} scopes": ["automation.scopes_changed"],
  "PATCH automations/{automationId} suspended": ["automation.suspended"],
  "PATCH automations/{automationId} teamIds": ["automation.teams_changed"],
  "PATCH members/{profileId} role": ["member.role_changed"],
  "PATCH members/{profileId} suspended": ["member.suspended"],
  "PATCH teams/{teamId} key": ["team.key_changed"],
  "PATCH teams/{teamId} name": ["team.name_changed"],
  "PATCH teams/{teamId} private": ["team.privacy_changed"],
};

/** An entry in the log of each of the person's two workspaces. */
const inBoth = (kind: string) => [kind, kind];

/** The kinds of audit entries that other writes write. Writes without a row write none. */
export const auditedActs: Record<string, string[]> = {
  "DELETE /personal-access-tokens/{credentialId}": inBoth("token.revoked"),
  "DELETE /sessions/{sessionId}": inBoth("session.revoked"),
  "DELETE /workspaces/{workspaceId}": ["workspace.deleted"],
  "DELETE invitations/{invitationId}": ["invitation.revoked"],
  "DELETE members/{profileId}": ["member.removed"],
  "DELETE membership": ["member.left"],
  "DELETE teams/{teamId}": ["team.archived"],
  "DELETE teams/{teamId}/members/{profileId}": ["team.member_removed"],
  "POST /invitations/{invitationId}/accept": ["invitation.accepted"],
  "POST /invitations/{invitationId}/decline": ["invitation.declined"],
  "POST /sessions/revoke-others": inBoth("session.others_revoked"),
  "POST teams/{teamId}/restore": ["team.restored"],
  "PUT teams/{teamId}/members/{profileId}": ["team.member_added"],
};
