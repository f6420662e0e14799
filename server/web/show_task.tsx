import type { Context } from "hono";
import { TaskDetailMain, TaskDetailPage } from "../../views/tasks/detail.tsx";
import { taskPath } from "../../views/paths.ts";
import type { Env } from "../http/env.ts";
import { html } from "../http/html.ts";
import { wantsFragment } from "../http/htmx.ts";
import { type Opened, readDetail } from "./detail.ts";
import { shellFrame } from "./shell.ts";

/**
 * A task's page, or for htmx the part of it that changes.
 * @param opened what is open for editing on it
 * @throws NotFound when there is none, or none for this member
 */
export async function showTask(
  c: Context<Env>,
  taskId: string,
  opened: Opened & { status?: 200 | 412 | 422 } = {},
): Promise<Response> {
  const { status = 200 } = opened;
  const detail = await readDetail(c, taskId, opened);
  if (wantsFragment(c)) {
    c.header("hx-retarget", "#main");
    return html(c, <TaskDetailMain {...detail} />, status);
  }
  const frame = await shellFrame(c, taskPath(detail.task.reference));
  return html(c, <TaskDetailPage frame={frame} {...detail} />, status);
}
