import { propertyOf, type TaskProperty } from "../../../views/tasks/properties/all.ts";
import type { ChosenTask, PropertyOptions } from "../../../views/tasks/properties/property.ts";
import { day } from "../../../views/ui/time.tsx";
import { isManager, isTaskWriter, type Member } from "../../domain/core/actor.ts";
import { listMilestones } from "../../domain/milestones/list.ts";
import { nearDates } from "../../domain/core/near_dates.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { PageContext } from "../context.ts";
import { findTasksFor, soughtIn } from "./find_tasks.ts";
import { readerClockOf } from "../reader_clock.ts";
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
  dates: (at) => {
    const reading = readerClockOf(at);
    const dates = nearDates(reading.now, reading.timeZone);
    return Promise.resolve(dates.map((one) => ({ ...one, label: day(one.date, reading) })));
  },
  projects: (at) => projectsOf(at),
  milestones: (at, [{ projectId }]) =>
    projectId ? at.askAll(listMilestones, { projectId }) : Promise.resolve([]),
  parents: (at, tasks) => possibleParents(at, tasks),
  teams: async (at) => (await at.teams()).filter(({ id }) => isTaskWriter(at.viewer, id)),
  closedTeams: async (at) =>
    (await at.teams()).filter(({ id }) => !isTaskWriter(at.viewer, id)).length,
};

/** The team's newest tasks; of all that one sees, those that have what is typed. */
async function possibleParents(at: PageContext<Member>, tasks: Asking) {
  const q = soughtIn(at.url);
  const found = q
    ? await findTasksFor(at, q)
    : parseJson((await at.ask(listTasks, { teamId: tasks[0].teamId, limit: 30 })).records);
  return found.filter(({ id }) => tasks.every((task) => task.id !== id));
}
