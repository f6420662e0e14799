/** The audit entries that a field's change writes. Other fields write none. */
export const auditedFields: Record<string, string[]> = {
  "PATCH /workspaces/{workspaceId} name": [
    'workspace.renamed: workspace workspace (Café) by ada {"from":"Acme","to":"Café"}',
  ],
  "PATCH /workspaces/{workspaceId} timeZone": [
    'workspace.time_zone_changed: workspace workspace (Café) by ada {"from":"UTC","to":"Europe/Berlin"}',
  ],
  "PATCH agents/{agentId} name": [
    'agent.renamed: agent agent (Sleeper) by ada {"from":"Sleeper","to":"Café"}',
  ],
  "PATCH agents/{agentId} role": [
    'agent.role_changed: agent agent (Café) by ada {"from":"member","to":"commentator"}',
  ],
  "PATCH agents/{agentId} suspended": [
    "agent.unsuspended: agent agent (Café) by ada {}",
  ],
  "PATCH agents/{agentId} teamIds": [
    'agent.teams_changed: agent agent (Café) by ada {"from":["eng"],"to":[]}',
  ],
  "PATCH automations/{automationId} description": [
    "automation.description_changed: automation narrowAutomation (Café) by ada {}",
  ],
  "PATCH automations/{automationId} name": [
    'automation.renamed: automation narrowAutomation (Watchman) by ada {"from":"Watchman","to":"Café"}',
  ],
  "PATCH automations/{automationId} scopes": [
    'automation.scopes_changed: automation narrowAutomation (Café) by ada {"from":["tasks.read","projects.read","workspace.read"],"to":["tasks.read","projects.read"]}',
  ],
  "PATCH automations/{automationId} suspended": [
    "automation.suspended: automation narrowAutomation (Café) by ada {}",
  ],
  "PATCH automations/{automationId} teamIds": [
    'automation.teams_changed: automation narrowAutomation (Café) by ada {"from":null,"to":["eng","support"]}',
  ],
  "PATCH members/{profileId} role": [
    'member.role_changed: profile esra (Esra Yılmaz) by ada {"from":"member","to":"admin"}',
  ],
  "PATCH members/{profileId} suspended": [
    "member.suspended: profile esra (Esra Yılmaz) by ada {}",
  ],
  "PATCH teams/{teamId} key": [
    'team.key_changed: team support (Café) by ada {"from":"SUP","to":"HELP"}',
  ],
  "PATCH teams/{teamId} name": [
    'team.name_changed: team support (Support) by ada {"from":"Support","to":"Café"}',
  ],
  "PATCH teams/{teamId} private": [
    'team.privacy_changed: team support (Café) by ada {"from":false,"to":true}',
  ],
};

/** The audit entries of writes that can be repeated. Other writes write none. Ada is in two workspaces. */
export const auditedActs: Record<string, string[]> = {
  "DELETE /personal-access-tokens/{credentialId}": [
    "token.revoked: credential credential (Test) by ada {}",
    "token.revoked: credential credential (Test) by other {}",
  ],
  "DELETE /sessions/{sessionId}": [
    "session.revoked: session session (API) by ada {}",
    "session.revoked: session session (API) by other {}",
  ],
  "DELETE /workspaces/{workspaceId}": [
    "workspace.deleted: workspace workspace (Acme) by nobody {}",
  ],
  "DELETE invitations/{invitationId}": [
    "invitation.revoked: invitation invitation (ines@example.com) by ada {}",
  ],
  "DELETE members/{profileId}": [
    'member.removed: profile tove (Tove Lind) by ada {"role":"member","teams":[]}',
  ],
  "DELETE membership": [
    'member.left: profile lea (Lea Brandt) by lea {"role":"member","teams":[{"id":"eng","name":"Engineering","role":"lead"}]}',
  ],
  "DELETE teams/{teamId}": [
    'team.archived: team support (Support) by ada {"openTasks":0}',
  ],
  "DELETE teams/{teamId}/members/{profileId}": [
    'team.member_removed: profile tove (Tove Lind) by ada {"team":{"id":"eng","name":"Engineering"},"from":"member"}',
  ],
  "POST /invitations/{invitationId}/accept": [
    'invitation.accepted: invitation frodesInvitation (frode@example.com) by other {"role":"member"}',
  ],
  "POST /invitations/{invitationId}/decline": [
    "invitation.declined: invitation secondInvitation (frode@example.com) by nobody {}",
  ],
  "POST /sessions/revoke-others": [
    'session.others_revoked: profile ada (Ada Lovelace) by ada {"count":1}',
    'session.others_revoked: profile other (Ada Lovelace) by other {"count":1}',
  ],
  "POST teams/{teamId}/restore": [
    "team.restored: team support (Support) by ada {}",
  ],
  "PUT teams/{teamId}/members/{profileId}": [
    'team.member_added: profile tove (Tove Lind) by ada {"team":{"id":"eng","name":"Engineering"},"from":null,"to":"member"}',
  ],
};

/** The audit entries of writes that create something new each time. */
export const auditedCreations: Record<string, string[]> = {
  "POST /auth/revoke": [
    "session.ended: profile chidi (Chidi Eze) by chidi {}",
  ],
  "POST /auth/verify-otp": [
    'session.opened: nothing by nobody {"label":"Shell","sessionKind":"api"}',
  ],
  "POST /personal-access-tokens": [
    'token.created: credential new (Build server) by ada {"scopes":["tasks.read","tasks.write","projects.read"],"expiresAt":"2026-04-11T10:21:05.000Z"}',
    'token.created: credential new (Build server) by other {"scopes":["tasks.read","tasks.write","projects.read"],"expiresAt":"2026-04-11T10:21:05.000Z"}',
    'token.created: credential new (Build server) by other {"scopes":["tasks.read","tasks.write","projects.read"],"expiresAt":"2026-04-11T10:21:05.000Z"}',
  ],
  "POST /workspaces": [
    "workspace.created: workspace new (Acme) by other {}",
    'team.created: team new (Engineering) by other {"key":"ENG","private":false}',
  ],
  "POST agents": [
    'agent.created: agent new (Release notes) by ada {"to":{"name":"Release notes","role":"member","teamIds":["eng"],"automationId":"automation"}}',
  ],
  "POST automations": [
    'automation.created: automation new (Release bot) by ada {"to":{"name":"Release bot","scopes":["tasks.read","tasks.write"],"teamIds":null}}',
  ],
  "POST automations/{automationId}/rotate-secret": [
    'automation.secret_rotated: automation automation (Gatekeeper) by ada {"to":"new"}',
  ],
  "POST invitations": [
    'invitation.sent: invitation new (gita@example.com) by ada {"role":"member","teams":[]}',
  ],
  "POST invitations/many": [
    'invitation.sent: invitation new (hugo@example.com) by ada {"role":"member","teams":[]}',
  ],
  "POST invitations/{invitationId}/resend": [
    "invitation.resent: invitation invitation (ines@example.com) by ada {}",
  ],
  "POST teams": [
    'team.created: team new (Payments) by ada {"key":"PAY","private":false}',
  ],
};
