import { type RawBuilder, sql } from "kysely";
import type { Member } from "../../core/actor.ts";
import { Conflict } from "../../core/errors.ts";
import { firstIdAt } from "../../core/ids.ts";
import type { ReadContext } from "../../core/operation.ts";

/** The error code for text that was posted from another page. */
export const alreadySent = "comment_already_sent";

/**
 * Refuses text that the actor has posted since.
 * @param it the condition for comments with the text
 * @throws Conflict if there is such a comment
 */
export async function requireUnsent(
  { db, actor }: ReadContext<Member>,
  taskId: string,
  since: Date,
  it: RawBuilder<unknown>,
): Promise<void> {
  const { rows: [said] } = await sql`
    select id from comments where task_id = ${taskId} and deleted_at is null
      and id > ${firstIdAt("com", since)} and author_id = ${actor.profile.id} and ${it}
    limit 1`.execute(db);
  if (!said) return;
  throw new Conflict("You already posted this comment from another page or device.", {
    code: alreadySent,
    hint: "Read the task again to see the comment. To post the comment again, change a word.",
  });
}
