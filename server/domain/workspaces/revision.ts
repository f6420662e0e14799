import type { Db } from "../operation.ts";

/** Makes every record of a workspace new to its readers because a name that many of them show has changed. */
export async function touchNames(tx: Db, workspaceId: string): Promise<void> {
  await tx.updateTable("workspaces").set((e) => ({ revision: e("revision", "+", 1) }))
    .where("id", "=", workspaceId).execute();
}
