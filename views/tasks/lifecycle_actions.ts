import type { Task } from "../../server/domain/tasks/schema.ts";

/** Actions on a whole task. */
export const lifecycleActions = ["publish", "archive", "restore"] as const;
export type StateAction = (typeof lifecycleActions)[number];

/** Returns the actions that a task allows in its current state. */
export function stateActionsOf(
  { draft, archivedAt }: Pick<Task, "draft" | "archivedAt">,
): StateAction[] {
  if (archivedAt !== null) return ["restore"];
  return draft ? ["publish", "archive"] : ["archive"];
}

/** Names an action. Archiving a draft is called discarding. */
export function stateActionName({ draft }: Pick<Task, "draft">, act: StateAction): string {
  if (act === "archive") return draft ? "Discard" : "Archive";
  return act === "publish" ? "Publish" : "Restore";
}
