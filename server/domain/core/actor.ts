import type { Preferences } from "../preferences/schema.ts";
import type { AvatarColor } from "../vocabulary.ts";

/** The scopes that a token can carry. `RULES.md`, Vocabularies. */
export const scopes = [
  "tasks.read",
  "tasks.write",
  "projects.read",
  "projects.write",
  "comments.write",
  "workspace.read",
  "workspace.manage",
  "tokens.manage",
  "workspace.automation.manage",
] as const;
export type Scope = (typeof scopes)[number];

/** Scopes that automations can have. The others are only for people. `RULES.md`, Permissions */
export const automationScopes = [
  "tasks.read",
  "tasks.write",
  "projects.read",
  "projects.write",
  "comments.write",
  "workspace.read",
] as const satisfies readonly Scope[];

/** Workspace roles. `RULES.md`, Vocabularies. */
export const workspaceRoles = ["owner", "admin", "member"] as const;
export type WorkspaceRole = (typeof workspaceRoles)[number];

/** Owner and admin are workspace managers. `RULES.md`, Vocabularies. */
export const managerRoles: readonly WorkspaceRole[] = ["owner", "admin"];

/** Team roles. `RULES.md`, Vocabularies. */
export const teamRoles = ["lead", "member", "commentator"] as const;
export type TeamRole = (typeof teamRoles)[number];

/** Leads and members write a team's tasks. `RULES.md`, Permissions. */
export const writerRoles: readonly TeamRole[] = ["lead", "member"];

/** The interface of a request, which activity stores. */
export type Interface = "web" | "api" | "cli";

/** Someone without a credential. */
export interface Anonymous {
  kind: "anonymous";
  interface: Interface;
  /** The client's network address, for the audit. */
  address: string;
  /** The client's network, for limits: an IPv4 address, or the /64 of an IPv6 address. */
  network: string;
  /** The client that requests sign-in codes: a browser's hashed secret, or else the network. */
  client: string;
}

/** The source of a change: any actor. */
export interface Source {
  interface: Interface;
  address?: string;
  credential?: { kind: string; id: string };
}

/** Returns a client's network address for storage, or null if unknown. */
export function knownAddress(address: string | undefined): string | null {
  return address === undefined || address === "-" ? null : address;
}

/** The credential that someone presented. */
export interface Credential {
  kind: "session" | "pat" | "automation";
  id: string;
  scopes: ReadonlySet<Scope>;
}

/** The automation that the token belongs to. */
export interface ActingAutomation {
  id: string;
  providerType: string;
  /** The profile that the automation acts as: the agent that the request names, or else its own. */
  profileId: string;
  /** The teams that the automation has access to. */
  teamIds: readonly string[];
  /** The profile's roles in its teams. */
  teams: ReadonlyMap<string, TeamRole>;
}

/** Someone who is signed in, without a workspace. */
export interface Principal {
  kind: "human" | "automation";
  interface: Interface;
  /** The client's network address for the audit log, if known. */
  address?: string;
  credential: Credential;
  /** The user's ID, or an automation's ID, because automations have no user. */
  userId: string;
  /** Empty for an automation. */
  email: string;
  name: string;
  preferences: Preferences;
  /** The workspace that the session remembers. */
  activeWorkspaceId: string | null;
  /** The automation, if `kind` is `automation`. */
  automation?: ActingAutomation;
}

/** A member of a workspace, with the member's role and hidden teams. */
export interface Member extends Principal {
  workspace: { id: string; name: string; timeZone: string; revision: number };
  profile: { id: string; name: string; username: string; color: AvatarColor | null };
  role: WorkspaceRole;
  /** The member's teams, by ID. */
  teams: ReadonlyMap<string, TeamRole>;
  /** The teams that the member can't see: private teams of others, or teams that an automation has no access to. */
  hiddenTeamIds: readonly string[];
}

/** The roles that decide about a member's permissions. */
export type Roles = Pick<Member, "role" | "teams">;

/** Returns the time zone for times: the member's preference, or the workspace's. */
export function timeZoneOf({ preferences, workspace }: Member): string {
  return preferences.timeZone ?? workspace.timeZone;
}

/** Returns whether a member is one of the workspace's managers. */
export function isManager({ role }: Pick<Member, "role">): boolean {
  return managerRoles.includes(role);
}

/** Returns whether the actor can change the team's tasks. `RULES.md`, Permissions. */
export function isTaskWriter(actor: Roles, teamId: string): boolean {
  return isManager(actor) || isTeamWriter(actor.teams.get(teamId));
}

/** Returns whether a team role allows changing the team's tasks. @param role undefined for someone outside the team */
export function isTeamWriter(role: TeamRole | undefined): boolean {
  return role !== undefined && writerRoles.includes(role);
}

/** Returns whether the actor can comment on the team's tasks. `RULES.md`, Permissions. */
export function isCommentator(actor: Roles, teamId: string): boolean {
  return isManager(actor) || actor.teams.has(teamId);
}

/** Returns whether the actor can create tasks in any team. `RULES.md`, Permissions. */
export function isTaskCreator(actor: Roles): boolean {
  return isManager(actor) || [...actor.teams.values()].some(isTeamWriter);
}
