import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Member } from "../core/actor.ts";
import { Conflict, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import {
  locateTask,
  requireChangeable,
  requireTaskWriter,
  type StoredTask,
} from "../tasks/locate.ts";

/** The stored link, with the data that operations need. */
export type StoredResource = Pick<
  Selectable<Tables["task_resources"]>,
  "id" | "title" | "url" | "creator_id" | "created_at" | "version"
>;

/**
 * Returns a task whose links the actor can change.
 * @throws NotFound; Forbidden unless a task writer; Conflict if it or its team is archived
 */
export async function locateWritable(
  context: ReadContext<Member>,
  taskId: string,
): Promise<StoredTask> {
  const task = await locateTask(context, taskId);
  requireTaskWriter(context.actor, task.team_id);
  requireChangeable(task);
  return task;
}

/** @throws NotFound if the task has no such link */
export async function locateResource(
  context: ReadContext,
  task: StoredTask,
  resourceId: string,
): Promise<StoredResource> {
  const resource = await findResource(context, task, resourceId);
  if (resource) return resource;
  throw new NotFound(`This task has no link ${resourceId}.`);
}

/** Returns a task's link, if it still exists. */
export async function findResource(
  { db }: ReadContext,
  task: StoredTask,
  resourceId: string,
): Promise<StoredResource | undefined> {
  return await db.selectFrom("task_resources")
    .select(["id", "title", "url", "creator_id", "created_at", "version"])
    .where("id", "=", resourceId).where("task_id", "=", task.id).executeTakeFirst();
}

/** The undo values of a link or its change: all of its fields. */
export type KeptLink = Omit<StoredResource, "id" | "version">;
export function keptLink({ title, url, creator_id, created_at }: StoredResource): KeptLink {
  return { title, url, creator_id, created_at };
}

/** @throws Conflict if the task already has another link with this URL */
export async function requireNewLink(
  { db }: ReadContext,
  task: StoredTask,
  url: string,
  ownId = "",
) {
  const same = await db.selectFrom("task_resources").select("title")
    .where("task_id", "=", task.id).where("url", "=", url).where("id", "<>", ownId)
    .executeTakeFirst();
  if (!same) return;
  throw new Conflict(`This task already has this link, with the title "${same.title}".`, {
    code: "resource_exists",
    hint: "Change the title of the existing link.",
  });
}
