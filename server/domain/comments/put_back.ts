import { sql } from "kysely";
import { recordActivity, undoOf } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { Conflict } from "../core/errors.ts";
import type { ReadContext, WriteContext } from "../core/operation.ts";
import { indexTask } from "../side_effects/search_index.ts";
import { requireChangeable, type StoredTask } from "../tasks/locate.ts";
import { touchTask } from "../tasks/touch.ts";
import { eraseComment } from "./delete.ts";
import { requireCommenter, requireMayDelete } from "./permission.ts";
import { changeBody } from "./update.ts";

/** Returns a comment's text, or null if it was deleted. */
export async function commentBodyOf(
  { db }: ReadContext,
  task: StoredTask,
  id: string,
): Promise<string | null> {
  const found = await db.selectFrom("comments").select("body")
    .where("id", "=", id).where("task_id", "=", task.id).where("deleted_at", "is", null)
    .executeTakeFirst();
  return found?.body ?? null;
}

/**
 * Restores a comment's former text. Null deletes the comment again.
 * @throws errors of editing, deleting, and posting a comment
 */
export async function putComment(
  context: WriteContext<Member>,
  task: StoredTask,
  id: string,
  was: string | null,
): Promise<void> {
  if (was === null) return await eraseComment(context, { taskId: task.id, commentId: id });
  const now = await commentBodyOf(context, task, id);
  if (now === null) await restoreComment(context, task, { id, body: was });
  else await changeBody(context, { taskId: task.id, commentId: id }, { body: was });
}

/**
 * Restores a deleted comment with the text stored for undo. Nobody is notified again.
 * @throws Conflict if someone else has since deleted the comment
 */
async function restoreComment(
  context: WriteContext<Member>,
  task: StoredTask,
  { id, body }: { id: string; body: string },
): Promise<void> {
  const { tx, actor } = context;
  const { author_id, author_name } = await tx.selectFrom("comments as c")
    .innerJoin("profiles as p", "p.id", "c.author_id").select([
      "c.author_id",
      "p.name as author_name",
    ])
    .where("c.id", "=", id).where("c.task_id", "=", task.id).executeTakeFirstOrThrow();
  requireMayDelete(actor, { author_id });
  requireCommenter(actor, task);
  requireChangeable(task);
  await requireOwnDeletion(context, task, id);
  await tx.updateTable("comments")
    .set((e) => ({ body, deleted_at: null, version: e("version", "+", 1) }))
    .where("id", "=", id).execute();
  const author = { id: author_id, name: author_name };
  await recordActivity(
    context,
    task.id,
    { kind: "task.comment_restored", data: { to: { id, author } } },
    undoOf("comment", id, null, body),
  );
  await touchTask(context, task.id);
  indexTask(context, task.id);
}

async function requireOwnDeletion(
  { db, actor }: ReadContext<Member>,
  task: StoredTask,
  id: string,
): Promise<void> {
  const { rows: [last] } = await sql<{ actor_id: string | null }>`
    select actor_id from activity
    where subject_id = ${task.id} and kind = 'task.comment_deleted' and data ->> '$.from.id' = ${id}
    order by seq desc limit 1`.execute(db);
  if (last?.actor_id === actor.profile.id) return;
  throw new Conflict("Someone else has since deleted the comment.", { code: "changed_since" });
}
