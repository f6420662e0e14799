import { parseJson } from "../../core/json.ts";
import { operation } from "../../core/operation.ts";
import { requireVersion } from "../../core/versioned.ts";
import { locateTask } from "../../tasks/locate.ts";
import { UnsentDiscard } from "../schema.ts";
import { readUnsent } from "./read.ts";

/**
 * Deletes the actor's draft comment on a task, if there is one.
 * @returns the draft's text, or null without a draft
 * @throws NotFound for the task; Stale if the draft has another version
 */
export const discardUnsentComment = operation({
  name: "comments.discardUnsent",
  scope: "comments.write",
  input: UnsentDiscard,
  async run(context, { taskId, version }): Promise<string | null> {
    const { tx, actor } = context;
    const task = await locateTask(context, taskId);
    const kept = await readUnsent(context, task.id);
    if (!kept) return null;
    requireVersion("draft comment", kept.version, version);
    await tx.deleteFrom("unsent_comments")
      .where("profile_id", "=", actor.profile.id).where("task_id", "=", task.id).execute();
    return parseJson(kept.json).body;
  },
});
