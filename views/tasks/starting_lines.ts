import type { TaskDraft } from "../../server/domain/tasks/schema.ts";

/** A link of a new task as the composer holds it, a line each: `https://… Its title`. */
export function linkLine({ url, title }: NonNullable<TaskDraft["resources"]>[number]): string {
  return title ? `${url} ${title}` : url;
}

/** A relation of a new task as the composer holds it, a line each: `relatesTo ENG-12`. */
export function relationLine({ kind, taskId }: NonNullable<TaskDraft["relations"]>[number]) {
  return `${kind} ${taskId}`;
}
