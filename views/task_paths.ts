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

/** The URLs of what belongs to one task and stands on its page. */

export const relationsPagePath = `${taskPagePath}/relations` as const;
export const relationPagePath = `${relationsPagePath}/:kind/:otherId` as const;
export const linksPagePath = `${taskPagePath}/links` as const;
export const linkPagePath = `${linksPagePath}/:resourceId` as const;
export const approvalsPagePath = `${taskPagePath}/approvals` as const;
export const approverPagePath = `${taskPagePath}/approver` as const;
export const unsentCommentPagePath = `${taskPagePath}/unsent-comment` as const;
export const presencePagePath = `${taskPagePath}/here` as const;
export const approvalPagePath = `${approvalsPagePath}/:approvalId` as const;

/** What can be added on a task's page, each by a form that its URL opens. */
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

/** A task's page with one of its links open for editing. */
export function editLinkPath(
  reference: string,
  resourceId: string,
  historyRange: HistoryRange = {},
): string {
  return withQuery(taskPath(reference), { ...historyRange, link: resourceId });
}

/** A task's page with all of one text. @param of the ID of its comment, approval request, or activity, or the task's own */
export function wholeTextPath(
  reference: string,
  of: string,
  historyRange: HistoryRange = {},
): string {
  const place = of.startsWith("task_") ? "" : `#${of}`;
  return withQuery(taskPath(reference), { ...historyRange, whole: of }) + place;
}

/** A task's page, at one of its comments, however old. */
export function commentOnPagePath(reference: string, commentId: string): string {
  return `${withQuery(taskPath(reference), { to: commentId })}#${commentId}`;
}

/** The menu of the kinds of relations of a task; of one kind, the menu that finds the other task, and where it is added. */
export function relationsPath(reference: string, kind?: RelationKind): string {
  return `${taskPath(reference)}/relations${kind ? `/${kind}` : ""}`;
}

/** One relation of a task. */
export function relationPath(reference: string, kind: RelationKind, otherId: string): string {
  return `${relationsPath(reference, kind)}/${otherId}`;
}

/** Where a task's new links go; of one, where it is changed and removed. */
export function linksPath(reference: string, resourceId?: string): string {
  return `${taskPath(reference)}/links${resourceId ? `/${resourceId}` : ""}`;
}

/** Where somebody is asked to approve something on a task; of one request, where it is decided and withdrawn. */
export function approvalsPath(reference: string, approvalId?: string): string {
  return `${taskPath(reference)}/approvals${approvalId ? `/${approvalId}` : ""}`;
}

/** The menu of those who can be asked to approve something on a task. */
export function approverPath(reference: string): string {
  return `${taskPath(reference)}/approver`;
}

/** A task's page with a comment quoted in the new one. */
export function quotePath(
  reference: string,
  commentId: string,
  historyRange: HistoryRange = {},
): string {
  return `${withQuery(taskPath(reference), { ...historyRange, quote: commentId })}#new-comment`;
}

/** Where a label is made that was looked for in a menu. */
export const newLabelPath = `${tasksPath}/new-label` as const;

/** What the composer has menus of. */
export type ComposerMenu = TaskProperty | "template" | "relation";

/** The menu that chooses a new task's property, its template, or how it stands to another task. */
export function composerMenuPath(menu: ComposerMenu): string {
  return `${composerPath}/${menu}`;
}

/** Where one writes a comment on a task. */
export function newCommentPath(reference: string): string {
  return `${taskPath(reference)}#new-comment`;
}

/** Where a comment on a task is kept while it isn't sent. */
export function unsentCommentPath(reference: string): string {
  return `${taskPath(reference)}/unsent-comment`;
}

/** Where a page says that it shows a task, and is told who else has it open. */
export function presencePath(reference: string): string {
  return `${taskPath(reference)}/here`;
}
