import type { Scope } from "../../../server/domain/core/actor.ts";
import type { ActorKind } from "./actors.ts";
import type { FullCast } from "../support/full_cast.ts";

/** The result of an attempt: done, or refused with a status. */
export type Outcome = "ok" | 401 | 403 | 404 | 409 | 422;

/** A use of an operation, and the people with permission. Others who can see the record get a 403. */
export interface Row {
  /** The difference from the operation's other rows. */
  of?: string;
  /** The operation's input. */
  input: (fullCast: FullCast) => unknown;
  /** The scope that a token needs, or null if any token works. */
  scope: Scope | null;
  /** The people who can use it at all, by default everyone in the workspace. */
  for?: "anyone" | "principal" | "member";
  /** Whether only signed-in people can use it, without personal access tokens and automations. */
  session?: boolean;
  /** Whether only people can use it, without automations. */
  person?: boolean;
  /** The record's team: Engineering, which is public, or People, which is private. */
  in?: "eng" | "private";
  /** The result for people who can't see the record: a 404, unless the body names it. */
  unseen?: 422;
  may: readonly ActorKind[];
  /** Results that follow from no rule above. */
  except?: Partial<Record<ActorKind, Outcome>>;
}

/** The rows of each operation, by name. */
export type Table = Record<string, readonly Row[]>;

/** Owner and admin. `RULES.md`, Permissions */
export const managers = ["owner", "admin"] as const;
/** Everyone in the workspace. */
export const everybody = [
  ...managers,
  "lead",
  "member",
  "commentator",
  "outsider",
  "teamless",
  "projectLead",
  "automation",
  "automationElsewhere",
  "agent",
  "agentCommentator",
] as const;
/** Every person. */
export const people = [
  ...managers,
  "lead",
  "member",
  "commentator",
  "outsider",
  "teamless",
  "projectLead",
] as const;
/** Leads and members of any team: the outsider leads one. */
export const taskCreators = [
  ...managers,
  "lead",
  "member",
  "outsider",
  "automation",
  "automationElsewhere",
  "agent",
] as const;
export const taskWriters = [...managers, "lead", "member", "automation", "agent"] as const;
/** People who can edit a task in Engineering that the outsider created. */
export const outsidersEditors = [...taskWriters, "outsider"] as const;
export const commenters = [...taskWriters, "commentator", "agentCommentator"] as const;
export const projectWriters = [...managers, "projectLead"] as const;
export const roadmapViewers = projectWriters;
export const teamKeepers = [...managers, "lead"] as const;
/** People who can see the private team: its lead, owners, and admins. */
export const insiders = [...managers, "outsider"] as const;
