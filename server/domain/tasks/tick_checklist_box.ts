import { z } from "zod";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { boxFields, ticked } from "../text/tick_box.ts";
import { readTask, type VersionedTask } from "./find.ts";
import { locateTask, requireTaskWriter } from "./locate.ts";
import { changeTask } from "./update.ts";

/**
 * Ticks a box of a checklist in a task's description, or takes the tick away, in the text as it stands: of several who
 * tick at once nobody loses a tick.
 * @throws NotFound; Forbidden unless a task writer; Conflict when it or its team is archived, or where no box has those
 *   words any more
 */
export const tickChecklistBox = operation({
  name: "tasks.tick",
  scope: "tasks.write",
  input: z.strictObject({ taskId: keys.task, ...boxFields }),
  async run(context, { taskId, done, at, words }): Promise<VersionedTask> {
    const { id, description, team_id } = await locateTask(context, taskId);
    requireTaskWriter(context.actor, team_id);
    const patch = { description: ticked(description ?? "", { at, words }, done) };
    await changeTask(context, { taskId: id, patch });
    return await readTask(context, id);
  },
});
