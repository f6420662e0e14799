import { z } from "zod";
import { teamRoles, workspaceRoles } from "./core/actor.ts";

/** A task's lifecycle, in the order in which lists show it. `RULES.md`, Vocabularies. */
export const taskStatuses = [
  "progressed",
  "planned",
  "backlogged",
  "completed",
  "cancelled",
] as const;

export type TaskStatus = (typeof taskStatuses)[number];

/** Statuses without remaining work. */
export const closedStatuses: readonly TaskStatus[] = ["completed", "cancelled"];
export const openStatuses = taskStatuses.filter((one) => !closedStatuses.includes(one));
/** Statuses in the order of work: a board's columns from left to right. */
export const statusesInFlow: readonly TaskStatus[] = [
  ...openStatuses.toReversed(),
  ...closedStatuses,
];

/** Priorities from low to high. The database stores the index. `RULES.md`, Vocabularies. */
export const priorities = ["none", "low", "medium", "high", "urgent"] as const;

export type Priority = (typeof priorities)[number];

/** Returns a column's priority by name, in SQL text. @param column a constant of the calling query: `t.priority` */
export function priorityNameOf(column: string): string {
  return `case ${column} ${priorities.map((word, n) => `when ${n} then '${word}'`).join(" ")} end`;
}

/** Returns the priority of a stored number. */
export function priorityOf(stored: number): Priority {
  return priorities[stored]!;
}

/** A project's lifecycle, in the order in which lists show it. `RULES.md`, Vocabularies. */
export const projectStatuses = ["active", "planned", "backlog", "completed", "cancelled"] as const;

export type ProjectStatus = (typeof projectStatuses)[number];
/** Project statuses without remaining work. */
export const overStatuses: readonly ProjectStatus[] = ["completed", "cancelled"];
/** An update of an active project is missed after this many days without one. `RULES.md`, Projects */
export const STALE_DAYS = 14;

/**
 * Returns the condition that a project has remaining work, as constant SQL. @param alias of `projects` in the calling
 * query
 */
export function isNotOver(alias: "p" | "o"): string {
  return `${alias}.status not in (${overStatuses.map((word) => `'${word}'`).join(", ")})`;
}

/** Health of a project in its latest update. `RULES.md`, Vocabularies. */
export const healths = ["onTrack", "atRisk", "offTrack"] as const;
export type Health = (typeof healths)[number];

/** Kinds of notifications. `RULES.md`, Vocabularies. */
export const notificationKinds = [
  "mention",
  "assignment",
  "invitation",
  "viewUpdate",
  "comment",
  "status",
  "approval",
  "reminder",
] as const;

export type NotificationKind = (typeof notificationKinds)[number];

/** The reasons of an inbox entry, most important first. `RULES.md`, Mentions and notifications */
export const reasonsByWeight: readonly NotificationKind[] = [
  "approval",
  "invitation",
  "mention",
  "assignment",
  "reminder",
  "status",
  "comment",
  "viewUpdate",
];

/** Channels of notifications. Emailed notifications are in the inbox too. */
export const notificationChannels = ["off", "inbox", "mail"] as const;
export type NotificationChannel = (typeof notificationChannels)[number];

/** The default channels. Invitations can't be turned off. */
export const firstChannels = {
  mention: "mail",
  assignment: "mail",
  invitation: "mail",
  viewUpdate: "inbox",
  comment: "inbox",
  status: "inbox",
  approval: "mail",
  reminder: "inbox",
} as const satisfies Record<NotificationKind, NotificationChannel>;

/** States of an approval request. */
export const approvalStates = ["open", "approved", "declined", "withdrawn"] as const;

/** Relations between tasks. */
export const relationKinds = [
  "blocks",
  "blockedBy",
  "relatesTo",
  "duplicates",
  "duplicatedBy",
] as const;

export type RelationKind = (typeof relationKinds)[number];

/** The name of each relation from the other task's side. */
export const mirrored = {
  blocks: "blockedBy",
  blockedBy: "blocks",
  relatesTo: "relatesTo",
  duplicates: "duplicatedBy",
  duplicatedBy: "duplicates",
} as const satisfies Record<RelationKind, RelationKind>;

/** Stored relations, each for both tasks. The others are these from the other side. */
export const keptRelations = ["blocks", "relatesTo", "duplicates"] as const;

export type KeptRelation = (typeof keptRelations)[number];

/** The colors that a label can have: names, so that each theme has its own shade. */
export const labelColors = [
  "gray",
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "indigo",
  "purple",
  "pink",
] as const;

/** Colors of initials, each with text that is readable in both themes. */
export const avatarColors = [
  "indigo",
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "pink",
] as const;
export type AvatarColor = (typeof avatarColors)[number];

/** The title of a draft that has neither a title nor text. A draft can't be published with this title. */
export const UNTITLED = "Untitled";

/** Project statuses, with the task status that means the same. */
const projectWords: ReadonlyMap<string, TaskStatus> = new Map([
  ["backlog", "backlogged"],
  ["active", "progressed"],
]);

export const taskStatusWord = z.enum(taskStatuses, {
  error: ({ input }) => {
    const right = typeof input === "string" && projectWords.get(input);
    return right
      ? `Use ${right} for a task. ${input} is a project status.`
      : `Use one of ${taskStatuses.join(", ")}.`;
  },
}).describe("Status of the task.");

export const priorityWord = z.enum(priorities, `Use one of ${priorities.join(", ")}.`)
  .describe("Priority, or `none` if not set.");

export const healthWord = z.enum(healths, `Use one of ${healths.join(", ")}.`)
  .describe("Health of the project.");

export const workspaceRoleWord = z.enum(workspaceRoles, "Use owner, admin, or member.");
export const teamRoleWord = z.enum(teamRoles, "Use lead, member, or commentator.");
