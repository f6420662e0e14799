import type { Scope } from "../../../server/domain/core/actor.ts";
import type { ActorKind } from "./actors.ts";
import type { FullCast } from "../support/full_cast.ts";

/** What an attempt ends in: done, or refused with a status. */
export type Outcome = "ok" | 401 | 403 | 404 | 409 | 422;

/** One way of using an operation, and who may. Whoever isn't named in `may` and sees it gets a 403. */
export interface Row {
  /** What sets it apart from the operation's other rows. */
  of?: string;
  /** What goes in. */
  input: (fullCast: FullCast) => unknown;
  /** What a token must carry; null where any will do. */
  scope: Scope | null;
  /** Who may ask at all; whoever belongs to the workspace, unless said otherwise. */
  for?: "anyone" | "principal" | "member";
  /** Whether it takes a person who has signed in: no personal access token, no automation. */
  session?: boolean;
  /** Whether it takes a person: no automation. */
  person?: boolean;
  /** In which team the record stands: Engineering, which is open, or People, which is private. */
  in?: "eng" | "private";
  /** What who doesn't see it gets: a 404, unless the body names it. */
  unseen?: 422;
  may: readonly ActorKind[];
  /** Outcomes that follow from no rule above. */
  except?: Partial<Record<ActorKind, Outcome>>;
}

/** The rows of each operation, by its name. */
export type Table = Record<string, readonly Row[]>;

/** Owner and admin. `RULES.md`, Permissions */
export const managers = ["owner", "admin"] as const;
/** Everybody who belongs to the workspace. */
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
/** Everybody who is a person. */
export const people = [
  ...managers,
  "lead",
  "member",
  "commentator",
  "outsider",
  "teamless",
  "projectLead",
] as const;
/** Leads and members of some team: the outsider leads one. */
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
/** Those who can edit a task of Engineering that the outsider created. */
export const outsidersEditors = [...taskWriters, "outsider"] as const;
export const commenters = [...taskWriters, "commentator", "agentCommentator"] as const;
export const projectWriters = [...managers, "projectLead"] as const;
export const roadmapViewers = projectWriters;
export const teamKeepers = [...managers, "lead"] as const;
/** Those who see the private team: its lead and the managers. */
export const insiders = [...managers, "outsider"] as const;
