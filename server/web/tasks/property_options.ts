import { propertyOf, type TaskProperty } from "../../../views/tasks/properties/all.ts";
import type { PropertyOptions } from "../../../views/tasks/properties/property.ts";
import { day } from "../../../views/ui/time.tsx";
import { isTaskWriter, type Member } from "../../domain/core/actor.ts";
import { listMilestones } from "../../domain/milestones/list.ts";
import { nearDates } from "../../domain/core/near_dates.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import type { PageContext } from "../context.ts";
import { readerClockOf } from "../reader_clock.ts";
import { labelsOf, membersOf, projectsOf } from "../choices.ts";

/** What a property's menu offers, read for that menu alone. */
export async function readOptions(
  at: PageContext<Member>,
  task: Task,
  property: TaskProperty,
): Promise<PropertyOptions> {
  const needs = propertyOf(property).needs ?? [];
  const read = await Promise.all(needs.map((list) => readers[list](at, task)));
  return Object.fromEntries(needs.map((list, n) => [list, read[n]]));
}

const readers: {
  [L in keyof PropertyOptions]-?: (
    at: PageContext<Member>,
    task: Task,
  ) => Promise<PropertyOptions[L]>;
} = {
  members: async (at, { assigneeId }) => {
    const members = await membersOf(at);
    return members.filter(({ id, suspended }) => !suspended || id === assigneeId);
  },
  labels: (at) => labelsOf(at),
  dates: (at) => {
    const reading = readerClockOf(at);
    const dates = nearDates(reading.now, reading.timeZone);
    return Promise.resolve(dates.map((one) => ({ ...one, label: day(one.date, reading) })));
  },
  projects: (at) => projectsOf(at),
  milestones: (at, { projectId }) =>
    projectId ? at.askAll(listMilestones, { projectId }) : Promise.resolve([]),
  parents: (at, task) => possibleParents(at, task),
  teams: async (at) => (await at.teams()).filter(({ id }) => isTaskWriter(at.viewer, id)),
  closedTeams: async (at) =>
    (await at.teams()).filter(({ id }) => !isTaskWriter(at.viewer, id)).length,
};

/** The team's newest tasks; any other is named by its reference. */
async function possibleParents(at: PageContext<Member>, { id, teamId }: Task) {
  const page = await at.ask(listTasks, { teamId, limit: 30 });
  return parseJson(page.records).filter((task) => task.id !== id);
}
