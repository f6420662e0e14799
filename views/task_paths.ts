import type { RelationKind } from "../server/domain/vocabulary.ts";
import {
  composerPath,
  type HistoryRange,
  taskPagePath,
  taskPath,
  tasksPath,
  withQuery,
} from "./paths.ts";
import type { TaskProperty } from "./tasks/properties/all.ts";

/** URLs for parts of a task's page. */

export const relationsPagePath = `${taskPagePath}/relations` as const;
export const relationPagePath = `${relationsPagePath}/:kind/:otherId` as const;
export const linksPagePath = `${taskPagePath}/links` as const;
export const linkPagePath = `${linksPagePath}/:resourceId` as const;
export const approvalsPagePath = `${taskPagePath}/approvals` as const;
export const approverPagePath = `${taskPagePath}/approver` as const;
export const unsentCommentPagePath = `${taskPagePath}/unsent-comment` as const;
export const presencePagePath = `${taskPagePath}/here` as const;
export const approvalPagePath = `${approvalsPagePath}/:approvalId` as const;

/** The forms that a task's page can open to add something. */
export const additions = ["sub-task", "link", "approval"] as const;
export type Addition = (typeof additions)[number];

/** A task's page with a form open that adds something. */
export function addToTaskPath(
  reference: string,
  add: Addition,
  historyRange: HistoryRange = {},
): string {
  return withQuery(taskPath(reference), { ...historyRange, add });
}

/** Returns a task's page with a link open for editing. */
export function editLinkPath(
  reference: string,
  resourceId: string,
  historyRange: HistoryRange = {},
): string {
  return withQuery(taskPath(reference), { ...historyRange, link: resourceId });
}

/** Returns a task's page with one text in full. @param of the ID of the text's record */
export function wholeTextPath(
  reference: string,
  of: string,
  historyRange: HistoryRange = {},
): string {
  const place = of.startsWith("task_") ? "" : `#${of}`;
  return withQuery(taskPath(reference), { ...historyRange, whole: of }) + place;
}

/** Returns a task's page that contains a comment, scrolled to it. */
export function commentOnPagePath(reference: string, commentId: string): string {
  return `${withQuery(taskPath(reference), { to: commentId })}#${commentId}`;
}

/** The menu of relation kinds. With a kind, the menu that finds the other task, which also adds the relation. */
export function relationsPath(reference: string, kind?: RelationKind): string {
  return `${taskPath(reference)}/relations${kind ? `/${kind}` : ""}`;
}

/** Removes a relation. */
export function relationPath(reference: string, kind: RelationKind, otherId: string): string {
  return `${relationsPath(reference, kind)}/${otherId}`;
}

/** Adds a link. With an ID, changes or removes a link. */
export function linksPath(reference: string, resourceId?: string): string {
  return `${taskPath(reference)}/links${resourceId ? `/${resourceId}` : ""}`;
}

/** Requests approval. With an ID, decides or withdraws a request. */
export function approvalsPath(reference: string, approvalId?: string): string {
  return `${taskPath(reference)}/approvals${approvalId ? `/${approvalId}` : ""}`;
}

/** The menu of people who can approve something on a task. */
export function approverPath(reference: string): string {
  return `${taskPath(reference)}/approver`;
}

/** Returns a task's page with a quoted comment in the new one. */
export function quotePath(
  reference: string,
  commentId: string,
  historyRange: HistoryRange = {},
): string {
  return `${withQuery(taskPath(reference), { ...historyRange, quote: commentId })}#new-comment`;
}

/** Creates a label from a menu. */
export const newLabelPath = `${tasksPath}/new-label` as const;

/** The menus of the composer. */
export type ComposerMenu = TaskProperty | "template" | "relation";

/** The menu of a new task's property, template, or relation. */
export function composerMenuPath(menu: ComposerMenu): string {
  return `${composerPath}/${menu}`;
}

/** Returns a task's page with the field for a new comment. */
export function newCommentPath(reference: string): string {
  return `${taskPath(reference)}#new-comment`;
}

/** Stores a task's draft comment. */
export function unsentCommentPath(reference: string): string {
  return `${taskPath(reference)}/unsent-comment`;
}

/** Reports that a page shows a task, and returns the other viewers. */
export function presencePath(reference: string): string {
  return `${taskPath(reference)}/here`;
}
