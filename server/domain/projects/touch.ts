import type { Updateable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import type { WriteContext } from "../core/operation.ts";
import { listedProject } from "./filters/snapshot.ts";
import { notifySubscribersOfProject } from "./notify_view_subscribers.ts";

/**
 * Creates a new version of a project after a change to one of its parts, and notifies view subscribers.
 * @param columns the columns of its own row to change, if any
 */
export async function touchProject(
  context: WriteContext<Member>,
  projectId: string,
  columns: Updateable<Tables["projects"]> = {},
): Promise<void> {
  const { tx, now } = context;
  const before = await listedProject(context, projectId);
  await tx.updateTable("projects")
    .set((e) => ({ ...columns, version: e("version", "+", 1), updated_at: now.toISOString() }))
    .where("id", "=", projectId).execute();
  await notifySubscribersOfProject(context, before, projectId);
}
