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

/** What somebody is in a workspace. `RULES.md`, Vocabularies. */
export const workspaceRoles = ["owner", "admin", "member"] as const;
export type WorkspaceRole = (typeof workspaceRoles)[number];

/** Owner and admin are workspace managers. `RULES.md`, Vocabularies. */
export const managerRoles: readonly WorkspaceRole[] = ["owner", "admin"];

/** What somebody is in a team. `RULES.md`, Vocabularies. */
export const teamRoles = ["lead", "member", "commentator"] as const;
export type TeamRole = (typeof teamRoles)[number];

/** Leads and members write a team's tasks. `RULES.md`, Permissions. */
export const writerRoles: readonly TeamRole[] = ["lead", "member"];

/** Interface a request came through; history keeps it. */
export type Interface = "web" | "api" | "cli";

/** Somebody who has shown no credential. */
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

/** Where an act came from: any actor will do. */
export interface Source {
  interface: Interface;
  address?: string;
  credential?: { kind: string; id: string };
}

/** A client's network address as it is kept; null where it isn't known. */
export function knownAddress(address: string | undefined): string | null {
  return address === undefined || address === "-" ? null : address;
}

/** What somebody showed to be let in. */
export interface Credential {
  kind: "session" | "pat" | "automation";
  id: string;
  scopes: ReadonlySet<Scope>;
}

/** What acts behind an automation's token. */
export interface ActingAutomation {
  id: string;
  providerType: string;
  /** The profile it acts as: the agent that the request names, else its own. */
  profileId: string;
  /** The teams it reaches. */
  teamIds: readonly string[];
  /** What that profile is in them. */
  teams: ReadonlyMap<string, TeamRole>;
}

/** Somebody signed in, not yet in any workspace. */
export interface Principal {
  kind: "human" | "automation";
  interface: Interface;
  /** The client's network address where it is known, for the audit. */
  address?: string;
  credential: Credential;
  /** The user's id; an automation has no user, and its own id stands here. */
  userId: string;
  /** Empty for an automation. */
  email: string;
  name: string;
  preferences: Preferences;
  /** The workspace that the session remembers. */
  activeWorkspaceId: string | null;
  /** Where `kind` is `automation`. */
  automation?: ActingAutomation;
}

/** Somebody in a workspace: who acts, with which role, and what is hidden from them. */
export interface Member extends Principal {
  workspace: { id: string; name: string; timeZone: string; revision: number };
  profile: { id: string; name: string; username: string; color: AvatarColor | null };
  role: WorkspaceRole;
  /** The teams they belong to, by id. */
  teams: ReadonlyMap<string, TeamRole>;
  /** Teams that they may not see: private ones of others; for an automation all that it doesn't reach. */
  hiddenTeamIds: readonly string[];
}

/** Where somebody reads the clock: where they say that they are, or else where the workspace is. */
export function timeZoneOf({ preferences, workspace }: Member): string {
  return preferences.timeZone ?? workspace.timeZone;
}

/** Whether somebody's role makes them one of the workspace's managers. */
export function isManager({ role }: Member): boolean {
  return managerRoles.includes(role);
}

/** A manager, or an active lead or member of the task's team. `RULES.md`, Permissions. */
export function isTaskWriter(actor: Member, teamId: string): boolean {
  return isManager(actor) || isTeamWriter(actor.teams.get(teamId));
}

/** Whether what somebody is in a team lets them write its tasks. @param role undefined for who isn't in it */
export function isTeamWriter(role: TeamRole | undefined): boolean {
  return role !== undefined && writerRoles.includes(role);
}

/** A task writer, or a commentator of the task's team. `RULES.md`, Permissions. */
export function isCommentator(actor: Member, teamId: string): boolean {
  return isManager(actor) || actor.teams.has(teamId);
}

/** A manager, or an active lead or member of at least one team. `RULES.md`, Permissions. */
export function isTaskCreator(actor: Member): boolean {
  return isManager(actor) || [...actor.teams.values()].some(isTeamWriter);
}
