import { propertyOf, type TaskProperty } from "../../../views/tasks/properties/all.ts";
import type { ChosenTask, PropertyOptions } from "../../../views/tasks/properties/property.ts";
import { fits } from "../../../views/ui/typed.ts";
import { day, dayInFull } from "../../../views/ui/time.tsx";
import { isManager, isTaskWriter, type Member } from "../../domain/core/actor.ts";
import { listMilestones } from "../../domain/milestones/list.ts";
import { nearDates } from "../../domain/core/near_dates.ts";
import { typedDay } from "../../domain/core/typed_days.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { PageContext } from "../context.ts";
import { findTasksFor, soughtIn } from "./find_tasks.ts";
import { pageClockOf } from "../page_clock.ts";
import { labelsOf, membersOf, projectsOf } from "../choices.ts";

/** Tasks, or one that is still being written. */
type Asking = readonly [AskingTask, ...AskingTask[]];
type AskingTask = ChosenTask & { id?: string };

/** What a property's menu offers for some tasks, read for that menu alone. */
export async function readOptions(
  at: PageContext<Member>,
  tasks: Asking,
  property: TaskProperty,
): Promise<PropertyOptions> {
  const needs = propertyOf(property).needs ?? [];
  const read = await Promise.all(needs.map((list) => readers[list](at, tasks)));
  return Object.fromEntries(needs.map((list, n) => [list, read[n]]));
}

const readers: {
  [L in keyof PropertyOptions]-?: (
    at: PageContext<Member>,
    tasks: Asking,
  ) => Promise<PropertyOptions[L]>;
} = {
  members: async (at, tasks) => {
    const members = await membersOf(at);
    return members.filter(({ id, suspended }) =>
      !suspended || tasks.some(({ assigneeId }) => id === assigneeId)
    );
  },
  labels: (at) => labelsOf(at),
  makesLabels: (at) => Promise.resolve(isManager(at.viewer)),
  dates: (at) => Promise.resolve(datesFor(at, soughtIn(at.url))),
  projects: (at) => projectsOf(at),
  milestones: (at, [{ projectId }]) =>
    projectId ? at.askAll(listMilestones, { projectId }) : Promise.resolve([]),
  parents: (at, tasks) => possibleParents(at, tasks),
  teams: async (at) => (await at.teams()).filter(({ id }) => isTaskWriter(at.viewer, id)),
  closedTeams: async (at) =>
    (await at.teams()).filter(({ id }) => !isTaskWriter(at.viewer, id)).length,
};

/** The days that deadlines are mostly set to; where something is typed, the day that it says and those that are called so. */
function datesFor(at: PageContext<Member>, q: string) {
  const clock = pageClockOf(at);
  const near = nearDates(clock.now, clock.timeZone);
  if (!q) return near.map((one) => ({ ...one, label: day(one.date, clock) }));
  const fitting = near.map((one) => ({ ...one, label: dayInFull(one.date, clock) }))
    .filter(({ name }) => fits(q, name));
  const typed = typedDay(q, clock.now, clock.timeZone);
  if (!typed || fitting.some(({ date }) => date === typed)) {
    return fitting.toSorted((a, b) => Number(b.date === typed) - Number(a.date === typed));
  }
  return [{ name: dayInFull(typed, clock), date: typed, label: "" }, ...fitting];
}

/** The team's newest tasks; of all that one sees, those that have what is typed. */
async function possibleParents(at: PageContext<Member>, tasks: Asking) {
  const q = soughtIn(at.url);
  const found = q
    ? await findTasksFor(at, q)
    : parseJson((await at.ask(listTasks, { teamId: tasks[0].teamId, limit: 30 })).records);
  return found.filter(({ id }) => tasks.every((task) => task.id !== id));
}
