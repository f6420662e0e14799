import type { TaskProperty } from "../../../views/paths.ts";
import type { PropertyOptions } from "../../../views/tasks/properties/property.ts";
import { day } from "../../../views/ui/time.tsx";
import { isTaskWriter, type Member } from "../../domain/core/actor.ts";
import { listMilestones } from "../../domain/milestones/list.ts";
import { nearDates } from "../../domain/core/near_dates.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import { parseJson } from "../../domain/core/json.ts";
import type { Task } from "../../domain/tasks/schema.ts";
import type { PageAt } from "../at.ts";
import { readingOf } from "../reading.ts";
import { labelsOf, membersOf, projectsOf } from "../directory.ts";

/** What a property's menu offers, read for that menu alone. */
export async function readOptions(
  at: PageAt<Member>,
  task: Task,
  property: TaskProperty,
): Promise<PropertyOptions> {
  return await readers[property]?.(at, task) ?? {};
}

type Reader = (at: PageAt<Member>, task: Task) => Promise<PropertyOptions>;

const readers: Partial<Record<TaskProperty, Reader>> = {
  assignee: async (at, { assigneeId }) => {
    const members = await membersOf(at);
    return { members: members.filter(({ id, suspended }) => !suspended || id === assigneeId) };
  },
  labels: async (at) => ({ labels: await labelsOf(at) }),
  deadline: (at) => {
    const reading = readingOf(at);
    const dates = nearDates(reading.now, reading.timeZone);
    return Promise.resolve({
      dates: dates.map((one) => ({ ...one, label: day(one.date, reading) })),
    });
  },
  project: async (at) => ({ projects: await projectsOf(at) }),
  milestone: async (at, { projectId }) => ({
    milestones: projectId ? await at.askAll(listMilestones, { projectId }) : [],
  }),
  parent: async (at, task) => ({ parents: await possibleParents(at, task) }),
  team: async (at) => {
    const teams = await at.teams();
    const open = teams.filter(({ id }) => isTaskWriter(at.viewer, id));
    return { teams: open, closedTeams: teams.length - open.length };
  },
};

/** The team's newest tasks; any other is named by its reference. */
async function possibleParents(at: PageAt<Member>, { id, teamId }: Task) {
  const page = await at.ask(listTasks, { teamId, limit: 30 });
  return parseJson(page.records).filter((task) => task.id !== id);
}
