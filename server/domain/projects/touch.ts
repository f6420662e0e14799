import type { Updateable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import type { Db } from "../core/operation.ts";
import { listedProject } from "./filters/snapshot.ts";
import { notifySubscribersOfProject } from "./subscriptions.ts";

/**
 * Gives a project a new version because something that belongs to it has changed, and tells the views into which that
 * brought it.
 * @param columns what of its own row that is, if anything
 */
export async function touchProject(
  tx: Db,
  actor: Member,
  now: Date,
  projectId: string,
  columns: Updateable<Tables["projects"]> = {},
): Promise<void> {
  const before = await listedProject(tx, projectId);
  await tx.updateTable("projects")
    .set((e) => ({ ...columns, version: e("version", "+", 1), updated_at: now.toISOString() }))
    .where("id", "=", projectId).execute();
  await notifySubscribersOfProject(tx, actor, now, before, projectId);
}
