import type { Context } from "hono";
import { ToastPartial } from "../../views/layouts/fragments.tsx";
import { taskPath } from "../../views/paths.ts";
import { everyAct, type TaskAct } from "../../views/tasks/acts.ts";
import { invalidField } from "../domain/core/errors.ts";
import { perform } from "../domain/core/operation.ts";
import { archiveTask, restoreTask } from "../domain/tasks/archive.ts";
import { parseJson } from "../domain/core/json.ts";
import type { Task } from "../domain/tasks/schema.ts";
import { updateTask } from "../domain/tasks/update.ts";
import type { Env } from "../http/env.ts";
import { html } from "../http/html.ts";
import { wantsFragment } from "../http/htmx.ts";
import { mainPartial } from "./refresh.tsx";

/**
 * Publishes, archives or restores a task. With JavaScript the page stays and its corner offers to undo; without, the
 * task's own page says how it stands and offers the same.
 * @throws Invalid for a word that is no act
 */
export async function actOnTask(c: Context<Env>, word: string): Promise<Response> {
  const act = everyAct.find((one) => one === word);
  if (!act) throw invalidField("act", `Use one of ${everyAct.join(", ")}.`);
  const task = await run(c, act);
  const action = taskPath(task.reference);
  if (!wantsFragment(c)) return c.redirect(action, 303);
  c.header("hx-trigger", "close-menu");
  const undo = act === "archive" ? { action, name: "act", value: "restore" } : undefined;
  return html(
    c,
    <>
      {await mainPartial(c)}
      <ToastPartial text={message(task, act)} undo={undo} alone={act === "restore"} />
    </>,
  );
}

async function run(c: Context<Env>, act: TaskAct): Promise<Task> {
  const deps = c.get("deps");
  const member = c.get("member");
  const taskId = c.req.param("taskId");
  switch (act) {
    case "publish": {
      const patch = { draft: false };
      return parseJson((await perform(deps, member, updateTask, { taskId, patch })).task);
    }
    case "archive":
      return parseJson((await perform(deps, member, archiveTask, { taskId })).task);
    case "restore":
      return parseJson((await perform(deps, member, restoreTask, { taskId })).task);
  }
}

function message({ reference, draft }: Task, act: TaskAct): string {
  if (act === "publish") return `${reference} published.`;
  if (act === "restore") return `${reference} restored.`;
  return draft ? `The draft ${reference} was discarded.` : `${reference} archived.`;
}
