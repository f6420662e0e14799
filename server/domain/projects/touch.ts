import type { Db } from "../operation.ts";

/** Gives a project a new version because something that belongs to it has changed. */
export async function touchProject(tx: Db, projectId: string, now: Date): Promise<void> {
  await tx.updateTable("projects")
    .set((e) => ({ version: e("version", "+", 1), updated_at: now.toISOString() }))
    .where("id", "=", projectId).execute();
}
