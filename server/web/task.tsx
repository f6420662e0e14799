import { type Context, Hono } from "hono";
import { ToastPartial } from "../../views/layouts/fragments.tsx";
import { taskPath, tasksPath } from "../../views/paths.ts";
import type { TextEdit } from "../../views/tasks/text.tsx";
import { Invalid, Stale } from "../domain/core/errors.ts";
import { perform } from "../domain/core/operation.ts";
import { findTask } from "../domain/tasks/find.ts";
import { parseJson } from "../domain/core/json.ts";
import { updateTask } from "../domain/tasks/update.ts";
import { type Form, readForm } from "../http/form.ts";
import { html } from "../http/html.ts";
import { askingPage, safePath, wantsFragment } from "../http/htmx.ts";
import type { Env } from "../http/env.ts";
import { actOnTask } from "./act.tsx";
import { showTask } from "./show_task.tsx";
import { menuPartial } from "./task_menus.tsx";
import { mainPartial } from "./refresh.tsx";

/** One task: its page, and every change that a form makes to it. */
export const taskWeb = new Hono<Env>()
  .get("/workspace/tasks/:taskId", (c) => {
    const field = c.req.query("edit");
    const edit = field === "title" || field === "description" ? { field } as const : null;
    const commentId = c.req.query("comment");
    const writing = commentId ? { commentId } : undefined;
    return showTask(c, c.req.param("taskId"), { edit, writing });
  })
  .post("/workspace/tasks/:taskId", async (c) => {
    const form = await readForm(c);
    const editing = form.text("editing");
    if (editing === "title" || editing === "description") return saveText(c, editing, form);
    const act = form.text("act");
    return act === undefined ? changeProperty(c, form) : actOnTask(c, act);
  });

/** Saves a title or description, unless the task changed meanwhile: then what was typed is kept and shown beside it. */
async function saveText(
  c: Context<Env>,
  field: TextEdit["field"],
  form: Form,
): Promise<Response> {
  const taskId = c.req.param("taskId")!;
  const value = form.text(field) ?? "";
  const version = Number(form.text("version"));
  try {
    const patch = { [field]: value };
    await perform(c.get("deps"), c.get("member"), updateTask, { taskId, version, patch });
  } catch (error) {
    if (error instanceof Stale) {
      return showTask(c, taskId, { edit: { field, value, stale: true }, status: 412 });
    }
    if (!(error instanceof Invalid)) throw error;
    return showTask(c, taskId, { edit: { field, value, error: error.message }, status: 422 });
  }
  if (wantsFragment(c)) return showTask(c, taskId);
  return c.redirect(safePath(form.text("back"), taskPath(taskId)), 303);
}

const clearable = ["assigneeId", "deadlineAt", "parentId", "projectId", "milestoneId"];
const choosable = ["status", "priority", "teamId", ...clearable];

/** Changes what a menu chose. A property's value replaces the last one, so nothing typed can be lost. */
async function changeProperty(c: Context<Env>, form: Form): Promise<Response> {
  const taskId = c.req.param("taskId")!;
  const toggled = form.text("toggleLabel");
  const patch = toggled === undefined ? patchOf(form) : await toggleLabel(c, taskId, toggled);
  const found = await perform(c.get("deps"), c.get("member"), updateTask, { taskId, patch });
  if (form.has("teamId")) return answerMoved(c, taskId, parseJson(found.task).reference);
  if (!wantsFragment(c)) return c.redirect(safePath(form.text("back"), taskPath(taskId)), 303);
  if (toggled === undefined) c.header("hx-trigger", "close-menu");
  return html(
    c,
    <>
      {await mainPartial(c)}
      {toggled !== undefined && await menuPartial(c, taskId, "labels")}
    </>,
  );
}

/** A moved task has a new reference: its page goes on under that one, a list says so. */
async function answerMoved(c: Context<Env>, before: string, now: string): Promise<Response> {
  if (!wantsFragment(c)) return c.redirect(taskPath(now), 303);
  c.header("hx-trigger", "close-menu");
  if (askingPage(c)?.pathname.startsWith(`${tasksPath}/`)) {
    c.header("hx-location", taskPath(now));
    return c.body(null, 204);
  }
  const link = { href: taskPath(now), name: "Open" };
  return html(
    c,
    <>
      {await mainPartial(c)}
      <ToastPartial text={`${before} is ${now} now.`} link={link} />
    </>,
  );
}

function patchOf(form: Form): Record<string, string | null> {
  const patch: Record<string, string | null> = {};
  for (const field of choosable) {
    const value = form.text(field);
    if (value !== undefined) {
      patch[field] = value === "" && clearable.includes(field) ? null : value;
    }
  }
  return patch;
}

async function toggleLabel(c: Context<Env>, taskId: string, labelId: string) {
  const found = await perform(c.get("deps"), c.get("member"), findTask, { taskId });
  const ids = parseJson(found.task).labels.map(({ id }) => id);
  const tags = ids.includes(labelId) ? ids.filter((id) => id !== labelId) : [...ids, labelId];
  return { tags };
}
