import { type Context, Hono } from "hono";
import { taskPath } from "../../views/paths.ts";
import { createComment } from "../domain/comments/create.ts";
import { deleteComment } from "../domain/comments/delete.ts";
import { updateComment } from "../domain/comments/update.ts";
import { perform } from "../domain/core/operation.ts";
import type { Env } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { wantsFragment } from "../http/htmx.ts";
import { refusalOf } from "./field_errors.ts";
import { historyRangeOf } from "./history_range.ts";
import { showTask } from "./show_task.tsx";

/** What is said on a task: a new comment, a changed one, one taken back. */
export const commentsWeb = new Hono<Env>()
  .post("/workspace/tasks/:taskId/comments", async (c) => {
    const taskId = c.req.param("taskId");
    const body = (await readForm(c)).text("body") ?? "";
    return await saved(
      c,
      taskId,
      { commentId: null, body },
      () => perform(c.get("deps"), c.get("member"), createComment, { taskId, body }),
    );
  })
  .post("/workspace/tasks/:taskId/comments/:commentId", async (c) => {
    const { taskId, commentId } = c.req.param();
    const form = await readForm(c);
    const deps = c.get("deps");
    const member = c.get("member");
    if (form.has("delete")) {
      return await saved(
        c,
        taskId,
        { commentId },
        () => perform(deps, member, deleteComment, { taskId, commentId }),
      );
    }
    const body = form.text("body") ?? "";
    const version = Number(form.text("version"));
    return await saved(
      c,
      taskId,
      { commentId, body },
      () => perform(deps, member, updateComment, { taskId, commentId, version, body }),
    );
  });

/** Shows the task with the change made; where it was refused, with what was typed and why it can't be taken. */
async function saved(
  c: Context<Env>,
  taskId: string,
  writing: { commentId: string | null; body?: string },
  change: () => Promise<unknown>,
): Promise<Response> {
  try {
    await change();
  } catch (error) {
    const { status, errors, refusal } = refusalOf(error, ["body"]);
    if (status !== 412 && status !== 422) throw error;
    const words = errors.body ?? refusal ?? "Write something else.";
    return await showTask(c, taskId, { writing: { ...writing, error: words }, status });
  }
  if (wantsFragment(c)) return await showTask(c, taskId);
  return c.redirect(taskPath(taskId, historyRangeOf(c)), 303);
}
