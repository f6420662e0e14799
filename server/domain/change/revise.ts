import type { Db } from "../core/operation.ts";

/**
 * Makes every ETag of a workspace's records new: a name that they show has changed, or who may see what. One write,
 * however many records there are.
 */
export async function reviseWorkspace(tx: Db, workspaceId: string): Promise<void> {
  await tx.updateTable("workspaces").set((e) => ({ revision: e("revision", "+", 1) }))
    .where("id", "=", workspaceId).execute();
}
