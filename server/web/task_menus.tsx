import { type Context, Hono } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import { Partial } from "../../views/layouts/fragments.tsx";
import { taskPath, taskProperties, type TaskProperty } from "../../views/paths.ts";
import { ActionsMenu } from "../../views/tasks/actions_menu.tsx";
import { PropertyMenu, propertyNames } from "../../views/tasks/property_menu.tsx";
import { perform } from "../domain/core/operation.ts";
import { findTask } from "../domain/tasks/find.ts";
import { parseJson } from "../domain/core/json.ts";
import type { Env } from "../http/env.ts";
import { answerMenu } from "./menu.tsx";
import { readOptions } from "./property_options.ts";
import { whyNot } from "./writable.ts";

/** The menus of a task, each a page where there is no JavaScript. */
export const taskMenusWeb = new Hono<Env>()
  .get(`/workspace/tasks/:taskId/:property{${taskProperties.join("|")}}`, async (c) => {
    const property = c.req.param("property") as TaskProperty;
    const task = await readTask(c, c.req.param("taskId"));
    const title = `${propertyNames[property]} of ${task.reference}`;
    return answerMenu(c, title, taskPath(task.reference), await propertyMenu(c, task, property));
  })
  .get("/workspace/tasks/:taskId/actions", async (c) => {
    const task = await readTask(c, c.req.param("taskId"));
    const menu = <ActionsMenu task={task} refusal={await whyNot(c, task)} />;
    return answerMenu(c, `Actions on ${task.reference}`, taskPath(task.reference), menu);
  });

/** A task's menu as it now stands, for the menu that is open. */
export async function menuPartial(
  c: Context<Env>,
  taskId: string,
  property: TaskProperty,
): Promise<JSX.Element> {
  const menu = await propertyMenu(c, await readTask(c, taskId), property);
  return <Partial target="#menu" swap="innerMorph">{menu}</Partial>;
}

async function readTask(c: Context<Env>, taskId: string) {
  return parseJson((await perform(c.get("deps"), c.get("member"), findTask, { taskId })).task);
}

async function propertyMenu(
  c: Context<Env>,
  task: Awaited<ReturnType<typeof readTask>>,
  property: TaskProperty,
) {
  const refusal = await whyNot(c, task);
  return (
    <PropertyMenu
      task={task}
      property={property}
      back={taskPath(task.reference)}
      viewerId={c.get("member").profile.id}
      options={refusal ? {} : await readOptions(c, task, property)}
      refusal={refusal}
    />
  );
}
