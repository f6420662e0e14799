import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import type { Json } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { seenVersion } from "../core/versioned.ts";
import { indexTask } from "../side_effects/search_index.ts";
import { type TaskChange, type TaskColumns, taskPlanners } from "./planners.ts";
import { readTask, type VersionedTask } from "./find.ts";
import { readTaskRow } from "./find_row.ts";
import { locateTask, requireChangeable, type StoredTask } from "./locate.ts";
import { type ChangedTask, notifyOfChanges } from "./notify.ts";
import { requireTaskChanger } from "./permission.ts";
import { OneTaskPatch, type Task } from "./schema.ts";

/** Handles a task's change: notifies people, or collects changes to notify once for all. */
export type OnChanged = (
  context: WriteContext<Member>,
  changed: ChangedTask,
) => void | Promise<void>;

/** Notifies people about each change immediately. */
export const notifyAtOnce: OnChanged = (context, changed) => notifyOfChanges(context, [changed]);

function rules(onChanged: OnChanged): ChangeRules<"tasks", string, StoredTask, TaskChange> {
  return {
    name: "task",
    table: "tasks",
    dated: true,
    locate: locateTask,
    allow({ actor }, task, patch) {
      const named = Object.entries(patch).filter(([, value]) => value !== undefined);
      requireTaskChanger(actor, task, named.map(([field]) => field));
    },
    requireUnarchived: (_, task) => requireChangeable(task),
    planners: taskPlanners,
    subject: ({ id }) => id,
    async around(context, change, write) {
      await write();
      if (searched.some((name) => name in change.columns)) indexTask(context, change.before.id);
      await onChanged(context, change);
    },
  };
}

const TaskUpdate = z.strictObject({
  taskId: keys.task,
  version: seenVersion,
  patch: OneTaskPatch,
});

/**
 * Changes a task's given fields, each with its own activity entry. A field with its current value isn't changed.
 * `draft: false` publishes. In a team that the assignee can't see, the task has no assignee.
 * @param version the version that the client last saw; a newer task isn't changed
 * @param patch.sinceVersion the version it is based on; if one of its fields has changed since, nothing changes
 * @throws NotFound; Forbidden unless a task writer, or its creator for the title, the description, and publishing;
 * Stale; Conflict if it or its team is archived; Invalid for missing records
 */
export const updateTask = operation({
  name: "tasks.update",
  scope: "tasks.write",
  input: TaskUpdate,
  async run(context, input): Promise<VersionedTask> {
    const { id } = await changeTask(context, input);
    return await readTask(context, id);
  },
});

/** Changes a task in the same way, and returns it as in lists. */
export const updateTaskRow = operation({
  name: "tasks.updateRow",
  scope: "tasks.write",
  input: TaskUpdate,
  async run(context, input): Promise<Json<Task>> {
    const { id } = await changeTask(context, input);
    return await readTaskRow(context, id);
  },
});

/** Changes a task, without reading its record. */
export function changeTask(
  context: WriteContext<Member>,
  { taskId, version, patch: { sinceVersion, ...patch } }:
    & Omit<z.output<typeof TaskUpdate>, "patch">
    & { patch: TaskChange & { sinceVersion?: number | undefined } },
  onChanged: OnChanged = notifyAtOnce,
): Promise<StoredTask> {
  return changeRecord(context, rules(onChanged), taskId, { version, sinceVersion, patch });
}

/** Returns the text by which search finds a task. */
const searched: readonly (keyof TaskColumns)[] = ["title", "description", "number"];
