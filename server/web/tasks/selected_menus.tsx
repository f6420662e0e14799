import { selectedActionsPath, selectedPath, tasksPath } from "../../../views/paths.ts";
import {
  propertyOf,
  taskProperties,
  type TaskProperty,
} from "../../../views/tasks/properties/all.ts";
import { SelectedActionsMenu, SelectedPropertyMenu } from "../../../views/tasks/selected_menus.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findTasksByReference } from "../../domain/tasks/find_by_reference.ts";
import { inShort } from "../../domain/tasks/refused_tasks.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import { searchTextIn } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { page } from "../page.ts";
import { readOptions } from "./property_options.ts";
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
      const { tasks, refusal, ...selected } = await readSelected(at);
      const [first, ...others] = tasks;
      const refused = refusal ?? propertyOf(property).whyNotTogether?.(tasks) ?? null;
      const options = refused !== null || !first
        ? {}
        : await readOptions(at, [first, ...others], property);
      return {
        ...selected,
        tasks,
        refusal: refused,
        options,
        q: searchTextIn(at.url),
        viewerId: at.viewer.profile.id,
      };
    },
  }).shows({
    title: ({ called }) => `${propertyOf(property).name} of ${called}`,
    main: (props) => <SelectedPropertyMenu {...props} property={property} />,
  })
);

/** The menu of actions for several tasks at once. */
export const selectedActionsMenu = page({
  path: selectedActionsPath,
  who: "members",
  layer: "menu",
  under,
  async read(at) {
    const [selected, favorites] = await Promise.all([readSelected(at, "state"), at.favorites()]);
    const pinned = new Set(favorites.map(({ id }) => id));
    const favored = selected.tasks.filter(({ id }) => pinned.has(id)).length;
    return { ...selected, favored, beside: isBesideList(at) };
  },
}).shows({
  title: ({ called }) => `Actions on ${called}`,
  main: ({ alone, beside, ...props }) => <SelectedActionsMenu {...props} peeks={alone && beside} />,
});

/**
 * Reads the tasks in a URL, with those that the viewer can't change and why.
 * @param changes the kind of change: archived tasks can be restored
 */
async function readSelected(at: PageContext<Member>, changes?: "state") {
  const named = references(at.url.searchParams, "tasks");
  const list = listIn(at.url);
  const found = await at.ask(findTasksByReference, { references: named });
  const tasks = parseJson(found.tasks);
  const missing = found.missing.map((reference) => ({ reference }));
  const called = countOf([...tasks, ...missing]);
  if (tasks.length === 0) {
    const refusal = "No tasks selected. Select tasks in a list first.";
    return { tasks, called, list, refusal, leavesOut: [], archived: false };
  }
  const teams = new Map((await at.teams()).map((team) => [team.id, team]));
  const archived = tasks.every(({ archivedAt }) => archivedAt !== null);
  const refused: Refused[] = tasks.flatMap((task) => {
    const asked = archived && changes === "state" ? { ...task, archivedAt: null } : task;
    const why = whyNotWritable(at.viewer, teams.get(task.teamId), asked);
    return why === null ? [] : [{ task, why }];
  });
  for (const task of missing) refused.push({ task, why: OUT_OF_SIGHT });
  const leavesOut = refused.map(({ task: { reference } }) => reference);
  const refusal = refused.length > 0 ? refusalOf(refused) : null;
  return { tasks, called, list, refusal, leavesOut, archived };
}

/** A selected task that can't be changed, with the reason. */
interface Refused {
  task: Pick<Task, "reference">;
  why: string;
}

const OUT_OF_SIGHT = "Task not found. You might have lost access to the task.";

/** Lists the tasks that can't be changed, grouped by reason. */
function refusalOf(refused: Refused[]): string {
  const reasons = Map.groupBy(refused, ({ why }) => why);
  return [...reasons].map(([why, ofIt]) => {
    return `${inShort(ofIt.map(({ task }) => task.reference))}: ${why}`;
  }).join(" ");
}
