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

/** The stored resource, as an operation works with it. */
export type StoredResource = Pick<
  Selectable<Tables["task_resources"]>,
  "id" | "title" | "url" | "version"
>;

/**
 * A task whose resources the actor may change.
 * @throws NotFound; Forbidden unless a task writer; Conflict when it or its team is archived
 */
export async function locateWritable(
  context: ReadContext<Member>,
  taskId: string,
): Promise<StoredTask> {
  const task = await locateTask(context, taskId);
  requireTaskWriter(context.actor, task.team_id);
  await requireChangeable(context, task);
  return task;
}

/** @throws NotFound when the task has no such resource */
export async function locateResource(
  { db }: ReadContext,
  task: StoredTask,
  resourceId: string,
): Promise<StoredResource> {
  const resource = await db.selectFrom("task_resources").select(["id", "title", "url", "version"])
    .where("id", "=", resourceId).where("task_id", "=", task.id).executeTakeFirst();
  if (resource) return resource;
  throw new NotFound(`This task has no resource ${resourceId}.`);
}

/** @throws Conflict when another resource of the task has this link already */
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
  throw new Conflict(`This task has that link already, as "${same.title}".`, {
    code: "resource_exists",
    hint: "Change the title of the one that is there.",
  });
}
