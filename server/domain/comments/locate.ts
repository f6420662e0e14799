import type { Selectable } from "kysely";
import type { Tables } from "../../database/tables.ts";
import { isCommenter, type Member } from "../core/actor.ts";
import { Forbidden, NotFound } from "../core/errors.ts";
import type { ReadContext } from "../core/operation.ts";
import type { StoredTask } from "../tasks/locate.ts";

/** The stored comment, as an operation works with it. */
export type StoredComment = Pick<
  Selectable<Tables["comments"]>,
  "id" | "author_id" | "body" | "version"
>;

/** @throws NotFound when the task has no such comment, or has it no longer */
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

/** @throws Forbidden unless the actor may comment on this team's tasks. `RULES.md`, Who may do what */
export function requireCommenter(actor: Member, teamId: string): void {
  if (isCommenter(actor, teamId)) return;
  throw new Forbidden(
    "Only workspace managers and this team's leads, members and commentators may comment.",
    { code: "not_commenter", hint: "Ask a lead of the team to add you as a commentator." },
  );
}
