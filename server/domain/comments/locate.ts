import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import type { StoredTask } from "../tasks/locate.ts";

/** The stored comment, with the data that operations need. */
export type StoredComment = Pick<
  Selectable<Tables["comments"]>,
  "id" | "author_id" | "body" | "version"
>;

/** @throws NotFound if the task has no such comment, or the comment was deleted */
export async function locateComment(
  { db }: ReadContext,
  task: StoredTask,
  commentId: string,
): Promise<StoredComment> {
  const comment = await db.selectFrom("comments").select(["id", "author_id", "body", "version"])
    .where("id", "=", commentId).where("task_id", "=", task.id)
    .where("deleted_at", "is", null).executeTakeFirst();
  if (comment) return comment;
  throw new NotFound(`This task has no comment ${commentId}.`);
}
