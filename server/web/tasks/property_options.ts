import { propertyOf, type TaskProperty } from "../../../views/tasks/properties/all.ts";
import type {
  ChosenTask,
  OptionList,
  PropertyOptions,
} from "../../../views/tasks/properties/property.ts";
import { fits, noDay } from "../../../views/ui/typed.ts";
import { day, dayInFull } from "../../../views/ui/time.tsx";
import { isManager, isTaskWriter, type Member } from "../../domain/core/actor.ts";
import { listMilestones } from "../../domain/milestones/list.ts";
import { nearDates } from "../../domain/core/near_dates.ts";
import { typedDay } from "../../domain/core/typed_days.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { PageContext } from "../context.ts";
import { findTasksFor } from "./find_tasks.ts";
import { pageClockOf } from "../page_clock.ts";
import { labelsOf, membersOf, projectsOf, searchTextIn, teamsOf } from "../choices.ts";

/** Existing tasks, or a new one. */
type Asking = readonly [AskingTask, ...AskingTask[]];
type AskingTask = ChosenTask & { id?: string };

/** Reads the choices of a property's menu. */
export async function readOptions(
  at: PageContext<Member>,
  tasks: Asking,
  property: TaskProperty,
): Promise<PropertyOptions> {
  const needs = propertyOf(property).needs ?? [];
  const read = await Promise.all(needs.map((list) => readers[list](at, tasks)));
  return Object.assign({}, ...read);
}

const readers: Record<
  OptionList,
  (at: PageContext<Member>, tasks: Asking) => PropertyOptions | Promise<PropertyOptions>
> = {
  async members(at, tasks) {
    const named = [at.viewer.profile.id, ...tasks.map(({ assigneeId }) => assigneeId)];
    const { records: members, more } = await membersOf(at, wanted(at, named), { working: true });
    return { members, more };
  },
  async labels(at, tasks) {
    const named = tasks.flatMap((task) => task.labels.map(({ id }) => id));
    const { records: labels, more } = await labelsOf(at, wanted(at, named));
    return { labels, more };
  },
  makesLabels: (at) => ({ makesLabels: isManager(at.viewer) }),
  dates: (at) => datesFor(at, searchTextIn(at.url)),
  async projects(at, tasks) {
    const named = tasks.map(({ projectId }) => projectId);
    const { records: projects, more } = await projectsOf(at, wanted(at, named));
    return { projects, more };
  },
  milestones: async (at, [{ projectId }]) => ({
    milestones: projectId ? await at.askAll(listMilestones, { projectId }) : [],
  }),
  parents: async (at, tasks) => ({ parents: await possibleParents(at, tasks) }),
  async teams(at, tasks) {
    const named = tasks.map(({ teamId }) => teamId);
    const writable = ({ id }: { id: string }) => isTaskWriter(at.viewer, id);
    const { records: teams, more } = await teamsOf(at, wanted(at, named), writable);
    return { teams, more };
  },
  closedTeams: async (at) => ({
    closedTeams: (await at.teams()).filter(({ id }) => !isTaskWriter(at.viewer, id)).length,
  }),
};

/** Returns the typed text, and the tasks' current values. */
function wanted({ url }: PageContext<Member>, named: readonly (string | null)[]) {
  return { q: searchTextIn(url), named: [...new Set(named)] };
}

/**
 * Returns common deadlines. With a search text, returns the typed date and matching names, or why it isn't a date.
 */
export function datesFor(at: PageContext<Member>, q: string): PropertyOptions {
  const clock = pageClockOf(at);
  const { workspace: { timeZone }, preferences: { weekStart } } = at.viewer;
  const near = nearDates(clock.now, timeZone, weekStart);
  if (!q) return { dates: near.map((one) => ({ ...one, label: day(one.date, clock) })) };
  const fitting = near.map((one) => ({ ...one, label: dayInFull(one.date, clock) }))
    .filter(({ name }) => fits(q, name));
  const { day: typed, why } = typedDay(q, clock.now, timeZone, weekStart);
  if (!typed) return { dates: fitting, none: why ?? noDay };
  const isOffered = fitting.some(({ date }) => date === typed);
  const dates = isOffered
    ? fitting.toSorted((a, b) => Number(b.date === typed) - Number(a.date === typed))
    : [{ name: dayInFull(typed, clock), date: typed, label: "" }, ...fitting];
  return { dates };
}

/** Finds possible parents: the team's newest tasks, or search results. Leaves out the tasks and their sub-tasks. */
async function possibleParents(at: PageContext<Member>, tasks: Asking) {
  const q = searchTextIn(at.url);
  const found = q
    ? await findTasksFor(at, q)
    : parseJson((await at.ask(listTasks, { teamId: tasks[0].teamId, limit: 30 })).records);
  return found.filter(({ id, parentId }) =>
    tasks.every((task) => task.id !== id && task.id !== parentId)
  );
}
