import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../core/actor.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { requireVersion } from "../core/versioned.ts";
import { readTask, type VersionedTask } from "./find.ts";
import { locateTask, requireLivingTeam, requireTaskWriter, type StoredTask } from "./locate.ts";
import { notifyOfArchiving } from "./notifications.ts";
import { requireTaskLimit } from "./task_limit.ts";
import { touchNeighbours } from "./touch.ts";

/**
 * Archives a task; an unpublished draft is discarded that way, and its links with it. Nothing is lost: it keeps its
 * number, comments, relations and followers, and answers to its reference; lists leave it out, and until it is restored
 * nothing of it changes. Its sub-tasks go on without being archived, below a parent that is marked as archived. Archiving an archived
 * task changes nothing.
 * @throws NotFound; Forbidden unless a task writer; Stale; Conflict when its team is archived
 */
export const archiveTask = operation({
  name: "tasks.archive",
  scope: "tasks.write",
  input: z.strictObject({ taskId: keys.task, version: z.int().optional() }),
  async run(context, { taskId, version }): Promise<VersionedTask> {
    const { actor, now } = context;
    const task = await locateTask(context, taskId);
    requireTaskWriter(actor, task.team_id);
    requireVersion("task", task.version, version);
    if (task.archived_at === null) {
      await requireLivingTeam(context, task);
      await setArchived(context, task, now.toISOString());
    }
    return await readTask(context, task.id);
  },
});

/**
 * Brings an archived task back as it was, a discarded draft as a draft with its links. Restoring one that isn't archived changes
 * nothing.
 * @throws NotFound; Forbidden unless a task writer, or at the workspace's task limit; Stale; Conflict when its team is
 *   archived
 */
export const restoreTask = operation({
  name: "tasks.restore",
  scope: "tasks.write",
  input: z.strictObject({ taskId: keys.task, version: z.int().optional() }),
  async run(context, { taskId, version }): Promise<VersionedTask> {
    const { actor } = context;
    const task = await locateTask(context, taskId);
    requireTaskWriter(actor, task.team_id);
    requireVersion("task", task.version, version);
    if (task.archived_at !== null) {
      await requireLivingTeam(context, task);
      await requireTaskLimit(context);
      await setArchived(context, task, null);
    }
    return await readTask(context, task.id);
  },
});

async function setArchived(
  context: WriteContext<Member>,
  task: StoredTask,
  archived_at: string | null,
): Promise<void> {
  const { tx, now } = context;
  await tx.updateTable("tasks")
    .set((e) => ({ archived_at, updated_at: now.toISOString(), version: e("version", "+", 1) }))
    .where("id", "=", task.id).execute();
  await tx.updateTable("teams")
    .set((e) => ({ task_count: e("task_count", archived_at ? "-" : "+", 1) }))
    .where("id", "=", task.team_id).execute();
  const gone = task.draft ? "task.discarded" : "task.archived";
  await recordActivity(context, task.id, { kind: archived_at ? gone : "task.restored" });
  await touchNeighbours(context, task.id);
  await notifyOfArchiving(context, task, archived_at);
}
