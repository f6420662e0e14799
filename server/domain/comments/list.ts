import { sql } from "kysely";
import { cutPage, readCursor } from "../cursor.ts";
import { query } from "../operation.ts";
import { locateTask } from "../tasks/locate.ts";
import type { Json } from "../tasks/record.ts";
import type { Comment } from "../tasks/schema.ts";
import { commentMembers } from "./record.ts";
import { CommentList } from "./schema.ts";

/** One page of comments as JSON text, and the cursor of the next, null on the last. */
export interface CommentPage {
  comments: Json<Comment[]>;
  nextCursor: string | null;
}

/** A task's comments, oldest first, without the deleted ones. @throws NotFound for the task */
export const listComments = query({
  name: "comments.list",
  scope: "tasks.read",
  input: CommentList,
  async run({ db, actor }, { taskId, limit, cursor }): Promise<CommentPage> {
    const task = await locateTask(db, actor, taskId);
    const after = cursor ? readCursor("comments", cursor) : "";
    const { rows } = await sql<{ key: string; json: string }>`
      select c.id as key, json_object(${sql.raw(commentMembers)}) as json
      from comments c join profiles author on author.id = c.author_id
      where c.task_id = ${task.id} and c.deleted_at is null and c.id > ${after}
      order by c.id limit ${limit + 1}`.execute(db);
    const { json, nextCursor } = cutPage("comments", rows, limit);
    return { comments: json, nextCursor };
  },
});
