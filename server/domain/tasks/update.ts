import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import { type Member } from "../actor.ts";
import { keys } from "../keys.ts";
import { type Db, operation } from "../operation.ts";
import { indexTask } from "../search/document.ts";
import { requireVersion } from "../found.ts";
import { planChanges, type PlannedChange } from "./changes.ts";
import { type FoundTask, readTask } from "./find.ts";
import { locateTask, requireNotArchived, requireTaskWriter, type StoredTask } from "./locate.ts";
import { moveToTeam } from "./move.ts";
import { tellOfChange } from "./news.ts";
import { TaskPatch } from "./schema.ts";
import { touchNeighbours, touchTask } from "./touch.ts";

/**
 * Changes a task: only the fields that are named, each with an activity row of its own. A field that is set to
 * what it was already is no change. `draft: false` publishes. In a team that its assignee can't see, a task is nobody's.
 * @param version what the client last saw; when the task has moved on, nothing is changed
 * @throws NotFound; Forbidden unless a task writer; Stale; Conflict when it is archived; Invalid for what doesn't exist
 */
export const updateTask = operation({
  name: "tasks.update",
  scope: "tasks.write",
  input: z.strictObject({ taskId: keys.task, version: z.int().optional(), patch: TaskPatch }),
  async run({ tx, actor, now, services }, { taskId, version, patch }): Promise<FoundTask> {
    const task = await locateTask(tx, actor, taskId);
    requireTaskWriter(actor, task.team_id);
    requireVersion("task", task.version, version);
    requireNotArchived(task);
    const { teamId, ...fields } = patch;
    const moved = teamId ? await moveToTeam(tx, actor, task, teamId) : null;
    const current = moved?.task ?? task;
    const changes = [
      ...(moved?.changes ?? []),
      ...await planChanges(tx, actor, now, current, fields),
    ];
    if (changes.length > 0) {
      const changed = await apply(tx, actor, now, current, changes);
      await tellOfChange(tx, actor, now, task, changed);
    }
    return await readTask(tx, actor, services.settings.origin, task.id);
  },
});

/** Writes the changes, and gives the task as it is then. */
async function apply(
  tx: Db,
  actor: Member,
  now: Date,
  task: StoredTask,
  changes: PlannedChange[],
): Promise<StoredTask> {
  const columns = Object.assign({}, ...changes.map((change) => change.columns));
  await tx.updateTable("tasks")
    .set((e) => ({
      ...columns,
      version: e("version", "+", 1),
      updated_at: now.toISOString(),
    }))
    .where("id", "=", task.id).execute();
  for (const change of changes) {
    await change.also?.();
    await recordActivity(tx, actor, now, {
      subject: { kind: "task", id: task.id },
      kind: change.kind,
      data: change.data,
    });
  }
  await refreshAround(tx, task, columns);
  return { ...task, ...columns };
}

/** What shows this task elsewhere: the search index, its neighbours' records. */
async function refreshAround(tx: Db, task: StoredTask, columns: Record<string, unknown>) {
  const names = Object.keys(columns);
  if (names.includes("title") || names.includes("description") || names.includes("number")) {
    await indexTask(tx, task.id);
  }
  if (["title", "status", "parent_id", "number"].some((name) => names.includes(name))) {
    if (names.includes("parent_id") && task.parent_id) await touchTask(tx, task.parent_id);
    await touchNeighbours(tx, task.id);
  }
}
