import { sql } from "kysely";
import { query } from "../core/operation.ts";
import { cursorAfter, type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { locateTask } from "../tasks/locate.ts";
import { type Comment, CommentList } from "./schema.ts";
import { commentFields } from "./record.ts";

const orders: Record<"createdAt" | "-createdAt", ListOrder> = {
  createdAt: { list: "comments createdAt", by: ["c.id"] },
  "-createdAt": { list: "comments -createdAt", by: ["c.id"], descending: true },
};

/** Lists a task's comments without deleted ones, oldest first by default. @throws NotFound for the task */
export const listComments = query({
  name: "comments.list",
  scope: "tasks.read",
  input: CommentList,
  async run(context, { taskId, sort, ...page }): Promise<ListPage<Comment>> {
    const task = await locateTask(context, taskId);
    return await readPage(context, orders[sort], page, {
      json: sql`json_object(${sql.raw(commentFields)})`,
      from: sql`comments c join profiles author on author.id = c.author_id`,
      where: [sql`c.task_id = ${task.id}`, sql`c.deleted_at is null`],
    });
  },
});

/** Returns the cursor of the comments before one, newest first. */
export function commentsBefore(id: string): string {
  return cursorAfter(orders["-createdAt"], [id]);
}

/** Returns the cursor of a comment and those before it, newest first. */
export function commentsUpTo(id: string): string {
  // Sorts right after the ID, because no ID contains a tilde
  return commentsBefore(`${id}~`);
}
