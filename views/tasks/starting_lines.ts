import type { TaskDraft } from "../../server/domain/tasks/schema.ts";

/** Formats a link of a new task as a line in the composer: `https://… Its title`. */
export function linkLine({ url, title }: NonNullable<TaskDraft["resources"]>[number]): string {
  return title ? `${url} ${title}` : url;
}

/** Formats a relation of a new task as a line in the composer: `relatesTo ENG-12`. */
export function relationLine({ kind, taskId }: NonNullable<TaskDraft["relations"]>[number]) {
  return `${kind} ${taskId}`;
}
