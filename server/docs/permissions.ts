import {
  isCommentator,
  isManager,
  isTaskCreator,
  isTaskWriter,
  type Roles,
  type TeamRole,
  teamRoles,
  type WorkspaceRole,
  workspaceRoles,
} from "../domain/core/actor.ts";
import { requireTeamChanger } from "../domain/core/permission.ts";
import { requireOwner } from "../domain/members/owners.ts";

/** An action, and the roles that allow it. */
export interface Permission {
  action: string;
  /** Returns whether the actor's role allows the action, in a team if the team matters. The domain decides this. */
  isAllowed(actor: Roles, teamId: string): boolean;
  /** The condition under which other roles also allow the action. */
  otherwise?: string;
}

/** Returns whether a check passes. */
function passes(check: () => void): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

const isOwner = (actor: Roles) => passes(() => requireOwner(actor));

/** Permissions of workspace roles. */
export const workspacePermissions: readonly Permission[] = [
  { action: "Read everything that isn't in a private team", isAllowed: () => true },
  {
    action: "See private teams and their tasks",
    isAllowed: isManager,
    otherwise: "only as a member of the team",
  },
  {
    action: "Create and change tasks",
    isAllowed: isTaskCreator,
    otherwise: "as a [lead or member](#team-roles) of a team",
  },
  { action: "Create projects and teams", isAllowed: isManager },
  {
    action: "Change a project",
    isAllowed: isManager,
    otherwise: "only as its lead",
  },
  {
    action: "See the roadmap",
    isAllowed: isManager,
    otherwise: "only as the lead of a project that isn't archived",
  },
  { action: "Create saved views, and change your own", isAllowed: () => true },
  { action: "Change other people's shared views", isAllowed: isManager },
  { action: "Invite people, change roles, and suspend or remove members", isAllowed: isManager },
  { action: "Manage workflows, labels, templates, automations, and agents", isAllowed: isManager },
  { action: "Change the workspace's name and time zone", isAllowed: isManager },
  { action: "Read the audit log and the usage", isAllowed: isManager },
  { action: "Add, change, suspend, or remove owners", isAllowed: isOwner },
  { action: "Delete the workspace", isAllowed: isOwner },
];

/** Permissions of team roles in their team. */
export const teamPermissions: readonly Permission[] = [
  {
    action: "Read tasks",
    isAllowed: ({ teams }, teamId) => teams.has(teamId),
    otherwise: "yes, unless the team is private",
  },
  {
    action: "Create tasks",
    isAllowed: isTaskCreator,
    otherwise: "see below",
  },
  { action: "Change, move, archive, and restore tasks", isAllowed: isTaskWriter },
  { action: "Comment, and request approval", isAllowed: isCommentator },
  {
    action: "Change the team's fields, members, and roles",
    isAllowed: (actor, teamId) => passes(() => requireTeamChanger(actor, teamId)),
  },
  { action: "Archive or restore the team", isAllowed: isManager },
];

/** The ID of the only team in the tables. */
const teamId = "team";

/** Returns the roles of someone in the team, or outside of it. */
const someone = (role: WorkspaceRole, inTeam?: TeamRole): Roles => ({
  role,
  teams: new Map(inTeam ? [[teamId, inTeam]] : []),
});

/** The roles of each column. */
export const people = {
  workspace: new Map(workspaceRoles.map((role) => [role, someone(role)])),
  team: new Map<TeamRole | "outside the team", Roles>([
    ...teamRoles.map((role) => [role, someone("member", role)] as const),
    ["outside the team", someone("member")],
  ]),
};

/** Returns a cell: `yes`, `no`, or a condition. */
export function answer({ isAllowed, otherwise = "no" }: Permission, actor: Roles): string {
  return isAllowed(actor, teamId) ? "yes" : otherwise;
}
