import type { TeamRole, WorkspaceRole } from "../../server/domain/core/actor.ts";

/** Names of workspace roles. */
export const workspaceRoleWords: Record<WorkspaceRole, string> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
};

/** Names of team roles. */
export const teamRoleWords: Record<TeamRole, string> = {
  lead: "Lead",
  member: "Member",
  commentator: "Commentator",
};

/** Permissions of each workspace role. */
export const workspaceRoleHints: Record<WorkspaceRole, string> = {
  owner: "Everything admins can do, plus managing owners.",
  admin: "Sees all teams, including private ones, and manages people, teams, and settings.",
  member: "Sees everything that isn't private, and works in their own teams.",
};

/** Permissions of each team role. */
export const teamRoleHints: Record<TeamRole, string> = {
  lead: "Manages the team, its members, and its tasks",
  member: "Creates and edits tasks",
  commentator: "Reads and comments",
};
