import type { TeamRole, WorkspaceRole } from "../../server/domain/core/actor.ts";

/** How a person reads what somebody is in a workspace. */
export const workspaceRoleWords: Record<WorkspaceRole, string> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
};

/** How a person reads what somebody is in a team. */
export const teamRoleWords: Record<TeamRole, string> = {
  lead: "Lead",
  member: "Member",
  commentator: "Commentator",
};

/** What each may do in a workspace. */
export const workspaceRoleHints: Record<WorkspaceRole, string> = {
  owner: "All that an admin may, and makes or unmakes owners.",
  admin: "Sees every team, private ones too, and manages people, teams, settings and automations.",
  member: "Reads what isn't private, and works in the teams that they are in.",
};

/** What each may do in a team. */
export const teamRoleHints: Record<TeamRole, string> = {
  lead: "Works in it, and manages the team and its members.",
  member: "Makes and changes its tasks.",
  commentator: "Reads and comments, and changes nothing: for guests.",
};
