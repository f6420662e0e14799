import type { Task } from "../../server/domain/tasks/schema.ts";

/** What can be done with a task as a whole. */
export const everyAct = ["publish", "archive", "restore"] as const;
export type TaskAct = (typeof everyAct)[number];

/** What can be done with it as it stands. */
export function taskActs({ draft, archivedAt }: Pick<Task, "draft" | "archivedAt">): TaskAct[] {
  if (archivedAt !== null) return ["restore"];
  return draft ? ["publish", "archive"] : ["archive"];
}

/** How doing it is called: a draft that is archived is discarded. */
export function actName({ draft }: Pick<Task, "draft">, act: TaskAct): string {
  if (act === "archive") return draft ? "Discard" : "Archive";
  return act === "publish" ? "Publish" : "Restore";
}
