import type { Context } from "hono";
import type { TaskProperty } from "../../views/paths.ts";
import type { PropertyOptions } from "../../views/tasks/property_menu.tsx";
import { day } from "../../views/ui/time.tsx";
import { isTaskWriter } from "../domain/core/actor.ts";
import { listMilestones } from "../domain/milestones/list.ts";
import { nearDates } from "../domain/core/near_dates.ts";
import { perform } from "../domain/core/operation.ts";
import { listAll } from "../domain/core/page.ts";
import { listTasks } from "../domain/tasks/list.ts";
import { parseJson } from "../domain/core/json.ts";
import type { Task } from "../domain/tasks/schema.ts";
import type { Env } from "../http/env.ts";
import { labelsOf, membersOf, projectsOf } from "./directory.ts";
import { readingOf } from "./listing.ts";
import { teamsOf } from "./shell.ts";

/** What a property's menu offers, read for that menu alone. */
export async function readOptions(
  c: Context<Env>,
  task: Task,
  property: TaskProperty,
): Promise<PropertyOptions> {
  return await readers[property]?.(c, task) ?? {};
}

type Reader = (c: Context<Env>, task: Task) => Promise<PropertyOptions>;

const readers: Partial<Record<TaskProperty, Reader>> = {
  assignee: async (c, { assigneeId }) => {
    const members = await membersOf(c);
    return { members: members.filter(({ id, suspended }) => !suspended || id === assigneeId) };
  },
  labels: async (c) => ({ labels: await labelsOf(c) }),
  deadline: (c) => {
    const reading = readingOf(c);
    const dates = nearDates(reading.now, reading.timeZone);
    return Promise.resolve({
      dates: dates.map((one) => ({ ...one, label: day(one.date, reading) })),
    });
  },
  project: async (c) => ({ projects: await projectsOf(c) }),
  milestone: async (c, { projectId }) => ({
    milestones: projectId
      ? await listAll(c.get("deps"), c.get("member"), listMilestones, { projectId })
      : [],
  }),
  parent: async (c, task) => ({ parents: await possibleParents(c, task) }),
  team: async (c) => {
    const teams = await teamsOf(c);
    const open = teams.filter(({ id }) => isTaskWriter(c.get("member"), id));
    return { teams: open, closedTeams: teams.length - open.length };
  },
};

/** The team's newest tasks; any other is named by its reference. */
async function possibleParents(c: Context<Env>, { id, teamId }: Task) {
  const page = await perform(c.get("deps"), c.get("member"), listTasks, { teamId, limit: 30 });
  return parseJson(page.records).filter((task) => task.id !== id);
}
