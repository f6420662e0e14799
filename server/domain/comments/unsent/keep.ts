import { sql } from "kysely";
import type { Member } from "../../core/actor.ts";
import { operation, type WriteContext } from "../../core/operation.ts";
import { requireVersion, type Versioned } from "../../core/versioned.ts";
import { locateTask, requireChangeable } from "../../tasks/locate.ts";
import { requireCommenter } from "../permission.ts";
import { type UnsentComment, UnsentKeep } from "../schema.ts";
import { requireUnsent } from "./already_sent.ts";
import { firstKept, MOST_KEPT } from "./limits.ts";
import { readUnsent } from "./read.ts";

/**
 * Saves the actor's draft comment on a task, and replaces an earlier one. Only the actor can see it. It has no activity
 * or notifications, and search doesn't find it. Saving the same text changes nothing.
 * @param age the milliseconds since the text was typed, for a delayed save
 * @throws NotFound for the task; Forbidden unless a commenter; Conflict if the task or its team is archived, or if
 *   there is no draft and a newer comment begins with the text; Stale if the draft has another version than the given one
 *   (0 for none)
 */
export const keepUnsentComment = operation({
  name: "comments.keepUnsent",
  scope: "comments.write",
  input: UnsentKeep,
  async run(context, { taskId, version: seen, body, age }): Promise<Versioned<UnsentComment>> {
    const { tx, actor, now } = context;
    const task = await locateTask(context, taskId);
    requireCommenter(actor, task);
    requireChangeable(task);
    const own = { profile_id: actor.profile.id, task_id: task.id };
    const before = await tx.selectFrom("unsent_comments").select(["body", "version"])
      .where("profile_id", "=", own.profile_id).where("task_id", "=", own.task_id)
      .where("saved_at", ">", firstKept(now)).executeTakeFirst();
    if (!before && age) {
      const began = body.trim();
      const since = new Date(now.getTime() - age);
      await requireUnsent(
        context,
        task.id,
        since,
        sql`substr(body, 1, length(${began})) = ${began}`,
      );
    }
    if (before?.body !== body) {
      requireVersion("draft comment", before?.version ?? 0, seen);
      const version = Math.max(now.getTime(), (before?.version ?? 0) + 1);
      const kept = { body, version, saved_at: now.toISOString() };
      await tx.insertInto("unsent_comments").values({ ...own, ...kept })
        .onConflict((c) => c.columns(["profile_id", "task_id"]).doUpdateSet(kept)).execute();
      if (!before) await eraseOldest(context);
    }
    return (await readUnsent(context, task.id))!;
  },
});

/** Keeps only a person's newest drafts. */
async function eraseOldest({ tx, actor }: WriteContext<Member>): Promise<void> {
  await sql`
    delete from unsent_comments where profile_id = ${actor.profile.id} and task_id in (
      select task_id from unsent_comments where profile_id = ${actor.profile.id}
      order by saved_at desc, task_id desc limit -1 offset ${MOST_KEPT})`.execute(tx);
}
