import { z } from "zod";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { archiving } from "../change/columns.ts";
import type { Member } from "../core/actor.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import { seenVersion } from "../core/versioned.ts";
import { readTask, type VersionedTask } from "./find.ts";
import { locateTask, requireUnarchivedTeamOf, type StoredTask } from "./locate.ts";
import { requireArchiver } from "./permission.ts";
import { requireTaskLimit } from "./task_limit.ts";
import { notifyAtOnce, type OnChanged } from "./update.ts";

const input = z.strictObject({ taskId: keys.task, version: seenVersion });

/**
 * Archives a task, or discards an unpublished draft with its links. An archived task keeps its number, reference,
 * comments, relations, and followers, but lists omit it, and it can't be changed until it is restored. Its sub-tasks
 * aren't archived, and show that their parent is. Archiving an archived task changes nothing.
 * @throws NotFound; Forbidden unless a task writer, or the creator of a draft; Stale; Conflict if its team is archived
 */
export const archiveTask = operation({
  name: "tasks.archive",
  scope: "tasks.write",
  input,
  async run(context, input): Promise<VersionedTask> {
    const { id } = await setTaskArchived(context, input, true);
    return await readTask(context, id);
  },
});

/**
 * Restores an archived task, or a discarded draft with its links. Restoring an active task changes nothing.
 * @throws NotFound; Forbidden unless a task writer or the creator of a draft, or at the workspace's task limit; Stale;
 *   Conflict if its team is archived
 */
export const restoreTask = operation({
  name: "tasks.restore",
  scope: "tasks.write",
  input,
  async run(context, input): Promise<VersionedTask> {
    const { id } = await setTaskArchived(context, input, false);
    return await readTask(context, id);
  },
});

function rules(
  onChanged: OnChanged,
  undoes: boolean,
): ChangeRules<"tasks", string, StoredTask, { archived: boolean }> {
  return {
    name: "task",
    table: "tasks",
    dated: true,
    locate: locateTask,
    allow: (context, task) => requireArchiver(context, task, undoes),
    planners: {
      archived(context, to) {
        const archived = context.record.draft ? "task.discarded" : "task.archived";
        const change = archiving({ archived, restored: "task.restored" })(context, to);
        return change && { ...change, undo: { archived: [!to, to] } };
      },
    },
    async requireFit(context, before, { archived_at }) {
      requireUnarchivedTeamOf(before);
      if (archived_at === null) await requireTaskLimit(context);
    },
    async around(context, change, write) {
      const { before, after: { archived_at } } = change;
      await write();
      await context.tx.updateTable("teams")
        .set((e) => ({ task_count: e("task_count", archived_at ? "-" : "+", 1) }))
        .where("id", "=", before.team_id).execute();
      await onChanged(context, change);
    },
    subject: ({ id }) => id,
  };
}

/**
 * Archives or restores a task, without reading its record.
 * @param undoes whether this undoes the actor's own act
 */
export function setTaskArchived(
  context: WriteContext<Member>,
  { taskId, version, undoes }: z.output<typeof input> & { undoes?: true },
  archived: boolean,
  onChanged: OnChanged = notifyAtOnce,
): Promise<StoredTask> {
  return changeRecord(context, rules(onChanged, undoes ?? false), taskId, {
    version,
    patch: { archived },
  });
}
