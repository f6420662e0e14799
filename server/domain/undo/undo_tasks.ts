import { z } from "zod";
import { yieldToOthers } from "../../database/one_at_a_time.ts";
import { reviseWorkspace } from "../change/revise.ts";
import type { Member } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import type { Json } from "../core/json.ts";
import { keys } from "../core/keys.ts";
import { operation, type WriteContext } from "../core/operation.ts";
import type { LeftTask, Task } from "../tasks/schema.ts";
import { SLICE } from "../tasks/all_or_none.ts";
import { gatheringWrites, readListed } from "../tasks/update_many.ts";
import { notifyOfChanges } from "../tasks/notify.ts";
import { readActs } from "./read_acts.ts";
import type { Undoing } from "./changes_of_acts.ts";
import { isRedo } from "./is_redo.ts";
import { describeSkippedTasks } from "./describe_skipped_tasks.ts";
import { undoOne } from "./undo_one.ts";

/** The result of an undo. */
export interface Undone {
  /** The tasks that were restored, fully or partly, as in lists. */
  tasks: Json<Task[]>;
  left: LeftTask[];
  /** Whether an undo was undone, which redoes the earlier changes. */
  again: boolean;
  /** The restored fields: `priority`, `archived`, `comment:…`. */
  fields: ReadonlySet<string>;
}

/**
 * Undoes all changes of one of the actor's acts to tasks and their parts, given by one of its entries. Values that
 * someone has changed since stay, and so does a created task that others have worked on. Restored values that are
 * already current aren't changes.
 * @param backTo an earlier entry of the same task, to undo all of the actor's changes from there on, except comments
 * @param alone whether to undo only the changes to that entry's task
 * @throws NotFound for an entry that the actor can't see; Forbidden for other people's entries; Conflict if the change
 *   can't be undone or was undone already, if everything has changed since, or if several acts include too many tasks
 */
export const undoTasks = operation({
  name: "tasks.undo",
  scope: "tasks.write",
  input: z.strictObject({
    activityId: keys.activity,
    backTo: keys.activity.optional().describe(
      "ID of an earlier activity entry of the same task. Undoes all your changes to the task from this " +
        "entry to `activityId`, except for comments you wrote.",
    ),
    alone: z.boolean().default(false).describe(
      "Whether to undo only the change to this task if several tasks were changed together. Always `true` with `backTo`.",
    ),
  }),
  async run(context, { activityId, backTo, alone }): Promise<Undone> {
    const changes = gatheringWrites();
    const back: string[] = [];
    const left: LeftTask[] = [];
    const acts = { activityId, backTo, alone: alone || backTo !== undefined };
    const undoings = await readActs(context, acts);
    const fields = new Set<string>();
    const again = await isRedo(context, undoings[0]!.entries.at(-1)!.seq);
    for (const [place, undoing] of undoings.entries()) {
      if (place % SLICE === SLICE - 1) await yieldToOthers();
      const { taskId } = undoing;
      const { settled, some, reference, why } = await undoOne(context, undoing, changes.onChanged);
      await markUndone(context, undoing, settled);
      if (some) back.push(taskId);
      for (const field of settled) fields.add(field);
      if (why) left.push({ taskId, reference, message: why });
    }
    if (back.length === 0) throw nothingLeft(left);
    await reviseWorkspace(context);
    await notifyOfChanges(context, changes.made());
    return { tasks: await readListed(context, back), left, again, fields };
  },
});

/** Marks activity entries as undone. */
async function markUndone(
  { tx, now }: WriteContext<Member>,
  { entries }: Undoing,
  settled: ReadonlySet<string>,
): Promise<void> {
  const done = entries.filter(({ fields }) => fields.every((field) => settled.has(field)));
  if (done.length === 0) return;
  await tx.updateTable("activity").set({ undone_at: now.toISOString() })
    .where("seq", "in", done.map(({ seq }) => seq)).where("undone_at", "is", null).execute();
}

function nothingLeft(left: LeftTask[]): Conflict {
  const why = left.length === 1 ? left[0]!.message : describeSkippedTasks(left);
  return new Conflict(`Nothing was undone. ${why}`, {
    code: "changed_since",
  });
}
