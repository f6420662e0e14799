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
