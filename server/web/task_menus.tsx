import { type Context, Hono } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import { Partial } from "../../views/layouts/fragments.tsx";
import {
  listPath,
  taskDisplayPath,
  taskFilterPath,
  taskPath,
  taskProperties,
  type TaskProperty,
} from "../../views/paths.ts";
import { DisplayMenu, FilterMenu } from "../../views/tasks/list_menus.tsx";
import { MenuPage } from "../../views/tasks/menu_page.tsx";
import {
  PropertyMenu,
  type PropertyMenuProps,
  propertyNames,
} from "../../views/tasks/property_menu.tsx";
import { listLabels } from "../domain/labels/list.ts";
import { perform } from "../domain/operation.ts";
import { listAll } from "../domain/page.ts";
import { listMembers } from "../domain/profiles/list.ts";
import { findTask } from "../domain/tasks/find.ts";
import { listTasks } from "../domain/tasks/list.ts";
import { parseJson } from "../domain/tasks/record.ts";
import { listTeams } from "../domain/teams/list.ts";
import { html } from "../http/html.ts";
import { wantsFragment } from "../http/htmx.ts";
import type { Env } from "../http/env.ts";
import { shellFrame } from "./shell.ts";
import { queryOf } from "./listing.ts";

/** The menus of the list and of a task, each a page where there is no JavaScript. */
export const taskMenusWeb = new Hono<Env>()
  .get(taskFilterPath, async (c) => {
    const query = queryOf(new URL(c.req.url).searchParams);
    const lists = await directory(c);
    return answer(c, "Filter", listPath(query), <FilterMenu query={query} {...lists} />);
  })
  .get(taskDisplayPath, (c) => {
    const query = queryOf(new URL(c.req.url).searchParams);
    return answer(c, "Display", listPath(query), <DisplayMenu query={query} />);
  })
  .get(`/workspace/tasks/:taskId/:property{${taskProperties.join("|")}}`, async (c) => {
    const property = c.req.param("property") as TaskProperty;
    const props = await propertyProps(c, c.req.param("taskId"), property);
    const title = `${propertyNames[property]} of ${props.task.reference}`;
    return answer(c, title, props.back, <PropertyMenu {...props} />);
  });

/** A task's menu as it now stands, for the menu that is open. */
export async function menuPartial(
  c: Context<Env>,
  taskId: string,
  property: TaskProperty,
): Promise<JSX.Element> {
  const props = await propertyProps(c, taskId, property);
  return (
    <Partial target="#menu" swap="innerMorph">
      <PropertyMenu {...props} />
    </Partial>
  );
}

async function answer(c: Context<Env>, title: string, back: string, menu: JSX.Element) {
  if (wantsFragment(c)) return html(c, menu);
  const frame = await shellFrame(c, back);
  return html(c, <MenuPage frame={frame} title={title} back={back}>{menu}</MenuPage>);
}

async function directory(c: Context<Env>) {
  const deps = c.get("deps");
  const member = c.get("member");
  const [members, labels, teams] = await Promise.all([
    listAll(deps, member, listMembers),
    listAll(deps, member, listLabels),
    listAll(deps, member, listTeams),
  ]);
  return { members, labels, teams };
}

async function propertyProps(
  c: Context<Env>,
  taskId: string,
  property: TaskProperty,
): Promise<PropertyMenuProps> {
  const member = c.get("member");
  const found = await perform(c.get("deps"), member, findTask, { taskId });
  const task = parseJson(found.task);
  const { members, labels } = await directory(c);
  return {
    task,
    property,
    back: taskPath(task.reference),
    members,
    labels,
    viewerId: member.profile.id,
    dates: nearDates(c.get("deps").clock(), member.workspace.timeZone),
    parents: property === "parent" ? await possibleParents(c, task.id, task.teamId) : [],
  };
}

/** The days that deadlines are mostly set to, where the workspace is. */
function nearDates(now: Date, timeZone: string) {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return [
    { name: "Today", date: today.toString() },
    { name: "Tomorrow", date: today.add({ days: 1 }).toString() },
    { name: "End of this week", date: today.add({ days: (12 - today.dayOfWeek) % 7 }).toString() },
    { name: "In one week", date: today.add({ weeks: 1 }).toString() },
    { name: "In one month", date: today.add({ months: 1 }).toString() },
  ];
}

/** The team's newest tasks; any other is named by its reference. */
async function possibleParents(c: Context<Env>, taskId: string, teamId: string) {
  const page = await perform(c.get("deps"), c.get("member"), listTasks, { teamId, limit: 30 });
  return parseJson(page.records).filter(({ id }) => id !== taskId);
}
