import { taskActionsPath, taskPagePath, taskPath } from "../../../views/paths.ts";
import { inboxPath } from "../../../views/inbox_paths.ts";
import { ActionsMenu } from "../../../views/tasks/actions_menu.tsx";
import { whyNotPlaced } from "../../../views/tasks/order_by_hand.ts";
import {
  propertyOf,
  taskProperties,
  type TaskProperty,
} from "../../../views/tasks/properties/all.ts";
import { PropertyMenu } from "../../../views/tasks/property_menu.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findTask } from "../../domain/tasks/find.ts";
import { findTaskRow } from "../../domain/tasks/find_row.ts";
import { taskRightsOf } from "../../domain/tasks/permission.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import { searchTextIn } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { foundOrDefault } from "../found_or_default.ts";
import { page } from "../page.ts";
import { isList, searchIn } from "./list_query.ts";
import { listShown } from "./list_shown.ts";
import { readOptions } from "./property_options.ts";
import { whyNotWritable } from "./why_not_writable.ts";

const under = (_url: URL, { taskId }: { taskId: string }) => taskPath(taskId);

/** A menu for each property of a task. */
export const propertyMenus = taskProperties.map((property: TaskProperty) =>
  page({
    path: `${taskPagePath}/${property}` as const,
    who: "members",
    layer: "menu",
    under,
    async read(at) {
      const task = parseJson(await at.ask(findTaskRow, { taskId: at.params.taskId }));
      const { refusal } = await rightsOn(at, task);
      const options = refusal ? {} : await readOptions(at, [task], property);
      const q = searchTextIn(at.url);
      return { task, refusal, options, q, viewerId: at.viewer.profile.id };
    },
  }).shows({
    title: ({ task }) => `${propertyOf(property).name} of ${task.reference}`,
    main: (props) => <PropertyMenu {...props} property={property} />,
  })
);

/** The menu of all actions on a task. */
export const actionsMenu = page({
  path: taskActionsPath,
  who: "members",
  layer: "menu",
  under,
  async read(at) {
    const [{ task, refusal, mayAct }, favorites, movable] = await Promise.all([
      taskAndRefusal(at),
      at.favorites(),
      isByHand(at),
    ]);
    const favorite = favorites.some(({ id }) => id === task.id);
    const places = { beside: isBesideList(at), selectable: isOnList(at), movable };
    return { task, refusal, mayAct, favorite, viewerId: at.viewer.profile.id, ...places };
  },
}).shows({
  title: ({ task }) => `Actions on ${task.reference}`,
  main: ({ alone, beside, selectable, movable, ...props }) => (
    <ActionsMenu
      {...props}
      peeks={alone && beside}
      selectable={alone && selectable}
      movable={alone && movable}
    />
  ),
});

/** Returns whether a menu was opened on a list in manual order without an open panel. */
async function isByHand(at: PageContext<Member>): Promise<boolean> {
  if (!at.asking || !isOnList(at) || at.peeked) return false;
  const shown = await foundOrDefault(listShown(at, searchIn(at.asking)), null);
  return shown !== null && shown.query.layout !== "board" &&
    whyNotPlaced(shown.query, shown.look) === undefined;
}

/** Returns whether a menu was opened on a list without an open panel. */
export function isBesideList(at: Pick<PageContext<Member>, "asking" | "peeked">) {
  const inInbox = at.asking?.pathname === inboxPath;
  return (isOnList(at) || inInbox) && at.peeked === null;
}

const isOnList = ({ asking }: Pick<PageContext<Member>, "asking">) => isList(asking);

/** A whole task, why the viewer can't change it, and whether they can publish, archive, and restore it. */
export async function taskAndRefusal(
  at: Pick<PageContext<Member>, "ask" | "teams" | "viewer"> & { params: { taskId: string } },
) {
  const task = parseJson((await at.ask(findTask, { taskId: at.params.taskId })).json);
  return { task, ...await rightsOn(at, task) };
}

async function rightsOn(at: Pick<PageContext<Member>, "teams" | "viewer">, task: Task) {
  const team = (await at.teams()).find(({ id }) => id === task.teamId);
  const mayAct = team !== undefined && taskRightsOf(at.viewer, task).act;
  return { refusal: whyNotWritable(at.viewer, team, task), mayAct };
}
