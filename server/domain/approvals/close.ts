import type { WriteContext } from "../core/operation.ts";
import { touchTask } from "../tasks/touch.ts";
import type { StoredApproval } from "./locate.ts";

/** Closes an open request. Its task gets a new version, because its activity shows the result. */
export async function close(
  context: WriteContext,
  { id, task_id }: StoredApproval,
  state: "approved" | "declined" | "withdrawn",
  comment: string | null,
): Promise<void> {
  const { tx, now } = context;
  await tx.updateTable("approvals")
    .set((e) => ({ state, comment, closed_at: now.toISOString(), version: e("version", "+", 1) }))
    .where("id", "=", id).execute();
  await touchTask(context, task_id);
}
