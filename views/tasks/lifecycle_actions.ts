import type { Task } from "../../server/domain/tasks/schema.ts";

/** What can be done with a task as a whole. */
export const lifecycleActions = ["publish", "archive", "restore"] as const;
export type StateAction = (typeof lifecycleActions)[number];

/** What can be done with it as it stands. */
export function stateActionsOf(
  { draft, archivedAt }: Pick<Task, "draft" | "archivedAt">,
): StateAction[] {
  if (archivedAt !== null) return ["restore"];
  return draft ? ["publish", "archive"] : ["archive"];
}

/** How doing it is called: a draft that is archived is discarded. */
export function stateActionName({ draft }: Pick<Task, "draft">, act: StateAction): string {
  if (act === "archive") return draft ? "Discard" : "Archive";
  return act === "publish" ? "Publish" : "Restore";
}
