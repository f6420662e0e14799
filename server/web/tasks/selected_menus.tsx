import { selectedActionsPath, selectedPath, tasksPath } from "../../../views/paths.ts";
import {
  propertyOf,
  taskProperties,
  type TaskProperty,
} from "../../../views/tasks/properties/all.ts";
import { SelectedActionsMenu, SelectedPropertyMenu } from "../../../views/tasks/selected_menus.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findNamedTasks } from "../../domain/tasks/find_named.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";
import { page } from "../page.ts";
import { readOptions } from "./property_options.ts";
import { soughtIn } from "./find_tasks.ts";
import { isBesideList } from "./menus.tsx";
import { countOf, listIn, references } from "./selected_tasks.ts";
import { whyNotWritable } from "./why_not_writable.ts";

const under = (url: URL) => listIn(url) ?? tasksPath;

/** A menu for each property of several tasks at once. */
export const selectedPropertyMenus = taskProperties.map((property: TaskProperty) =>
  page({
    path: `${selectedPath}/${property}` as const,
    who: "members",
    layer: "menu",
    under,
    async read(at) {
      const { tasks, refusal, leavesOut, list } = await readSelected(at);
      const [first, ...others] = tasks;
      const refused = refusal ?? propertyOf(property).whyNotTogether?.(tasks) ?? null;
      const options = refused !== null || !first
        ? {}
        : await readOptions(at, [first, ...others], property);
      return {
        tasks,
        refusal: refused,
        leavesOut,
        list,
        options,
        q: soughtIn(at.url),
        viewerId: at.viewer.profile.id,
      };
    },
  }).shows({
    title: ({ tasks }) => `${propertyOf(property).name} of ${countOf(tasks)}`,
    main: (props) => (
      <SelectedPropertyMenu {...props} property={property} called={countOf(props.tasks)} />
    ),
  })
);

/** The menu of everything that one can do with several tasks at once. */
export const selectedActionsMenu = page({
  path: selectedActionsPath,
  who: "members",
  layer: "menu",
  under,
  async read(at) {
    const [selected, favorites] = await Promise.all([readSelected(at), at.favorites()]);
    const pinned = new Set(favorites.map(({ id }) => id));
    const favored = selected.tasks.filter(({ id }) => pinned.has(id)).length;
    return { ...selected, favored, beside: isBesideList(at) };
  },
}).shows({
  title: ({ tasks }) => `Actions on ${countOf(tasks)}`,
  main: ({ alone, beside, ...props }) => (
    <SelectedActionsMenu {...props} called={countOf(props.tasks)} peeks={alone && beside} />
  ),
});

/** The tasks that a URL names, and where they can't all be changed by who looks, why and which of them. */
async function readSelected(at: PageContext<Member>) {
  const named = references(at.url.searchParams, "tasks");
  const list = listIn(at.url);
  const tasks = parseJson(await at.ask(findNamedTasks, { references: named }));
  if (tasks.length === 0) {
    const refusal = "No task is selected. Select some in a list first.";
    return { tasks, list, refusal, leavesOut: [] };
  }
  const teams = new Map((await at.teams()).map((team) => [team.id, team]));
  const refused = tasks.flatMap((task) => {
    const why = whyNotWritable(at.viewer, teams.get(task.teamId), task);
    return why === null ? [] : [{ task, why }];
  });
  const leavesOut = refused.map(({ task: { reference } }) => reference);
  return { tasks, list, refusal: refused.length > 0 ? refusalOf(refused) : null, leavesOut };
}

/** How many tasks a sentence names. */
const MOST_NAMED = 5;

/** Names the tasks that can't be changed, each reason once. */
function refusalOf(refused: { task: Task; why: string }[]): string {
  const reasons = Map.groupBy(refused, ({ why }) => why);
  return [...reasons].map(([why, ofIt]) => {
    const names = ofIt.slice(0, MOST_NAMED).map(({ task }) => task.reference).join(", ");
    const more = ofIt.length - MOST_NAMED;
    return `${names}${more > 0 ? ` and ${more} more` : ""}: ${why}`;
  }).join(" ");
}
