import type { TaskDraft } from "../../../server/domain/tasks/schema.ts";
import type { Priority } from "../../../server/domain/vocabulary.ts";
import { creationDates } from "./calendar.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { discuss, type PlannedComment } from "./comments.ts";
import { descriptionFor } from "./descriptions.ts";
import { type History, isOld, planTaskHistory } from "./history.ts";
import { people, type Person } from "./people.ts";
import {
  nextMilestone,
  type PlannedMilestone,
  type PlannedProject,
  planProjects,
  runningFor,
} from "./project_plan.ts";
import { type DemoTeam, labels, teams } from "./teams.ts";
import { stepTitle, titleFor, type Work } from "./titles.ts";

/** Fields of a new task that refer to other planned records. */
type Resolved = "teamId" | "assigneeId" | "parentId" | "projectId" | "milestoneId" | "templateId";
/** The other fields of a new task. */
type Given = Required<Omit<TaskDraft, Resolved | "deadlineAt" | "resources" | "relations">>;

/** A planned task of the demo, with its changes. */
export interface PlannedTask extends History, Given {
  team: DemoTeam;
  title: string;
  creator: Person;
  createdAt: Date;
  /** Its parent task, which is planned earlier. */
  parent: PlannedTask | undefined;
  project: PlannedProject | undefined;
  milestone: PlannedMilestone | undefined;
  comments: PlannedComment[];
}

/** The plan of a demo. */
export interface Plan {
  /** Oldest first. */
  tasks: PlannedTask[];
  projects: PlannedProject[];
}

const kinds: readonly (readonly [Work, number])[] = [
  ["bug", 34],
  ["feature", 34],
  ["chore", 22],
  ["research", 10],
];
const urgencies: readonly (readonly [Priority, number])[] = [
  ["none", 30],
  ["low", 18],
  ["medium", 30],
  ["high", 17],
  ["urgent", 5],
];
const tagFor: Record<Work, string> = {
  bug: "Bug",
  feature: "Feature",
  chore: "Technical debt",
  research: "Research",
};

/**
 * Plans a workspace's tasks, in order of creation, and its projects. The same seed gives the same plan.
 * @param now the demo's current time
 */
export function planDemo(count: number, now: Date, seed = 1): Plan {
  const chance = chanceFrom(seed);
  const dates = creationDates(chance, count, now);
  const projects = planProjects(dates[0] ?? now, now);
  const shares = teams.map((team) => [team, team.weight] as const);
  const recent = new Map<DemoTeam, PlannedTask[]>(teams.map((team) => [team, []]));
  const tasks = dates.map((createdAt, n) => {
    const team = chance.weighted(shares);
    const earlier = recent.get(team)!;
    const parent = earlier.length > 0 && chance.happens(0.12) ? chance.pick(earlier) : undefined;
    const task = planTask(chance, team, { createdAt, now, parent });
    const mayBeDraft = n > count * 0.9 && task.steps.length === 0 && !parent;
    task.draft = mayBeDraft && chance.happens(0.1);
    if (!task.draft) join(chance, task, projects);
    if (!task.draft && chance.happens(isOld(task, now) ? 0.04 : 0.3)) {
      task.comments = discuss(chance, createdAt, now, commentersOf(team));
    }
    if (!parent && !task.draft) earlier.push(task);
    if (earlier.length > 12) earlier.shift();
    return task;
  });
  return { tasks, projects };
}

/** Chooses a project for half of the tasks. A sub-task has its parent's project. */
function join(chance: Chance, task: PlannedTask, projects: PlannedProject[]): void {
  const running = runningFor(projects, task.team.key, task.createdAt);
  if (task.parent) {
    task.project = running.find((one) => one === task.parent!.project);
  } else if (running.length > 0 && chance.happens(0.5)) {
    task.project = chance.pick(running);
  }
  if (task.project && chance.happens(0.7)) {
    task.milestone = nextMilestone(task.project, task.createdAt);
  }
}

function planTask(
  chance: Chance,
  team: DemoTeam,
  { createdAt, now, parent }: { createdAt: Date; now: Date; parent: PlannedTask | undefined },
): PlannedTask {
  const work = chance.weighted(kinds);
  const thing = chance.pick(team.things);
  const writers = writersOf(team);
  const creator = chance.pick(writers);
  const tags = chance.happens(0.7) ? [tagFor[work]] : [];
  if (chance.happens(0.25)) tags.push(chance.pick(labels).name);
  return {
    team,
    title: parent ? stepTitle(chance, team, thing) : titleFor(chance, work, team, thing),
    description: chance.happens(0.34) ? descriptionFor(chance, work, thing) : null,
    priority: chance.weighted(urgencies),
    tags: [...new Set(tags)],
    creator,
    createdAt,
    draft: false,
    parent,
    project: undefined,
    milestone: undefined,
    comments: [],
    ...planTaskHistory(chance, { createdAt, creator, writers }, now),
  };
}

/** Returns the people who change a team's tasks. Managers could too, but the demo leaves the work to the team. */
export function writersOf(team: DemoTeam): Person[] {
  return people.filter(({ teams: roles }) => {
    const role = roles[team.key];
    return role === "lead" || role === "member";
  });
}

/** Returns the people who comment, including commentators. */
function commentersOf(team: DemoTeam): Person[] {
  return people.filter(({ teams: roles }) => roles[team.key] !== undefined);
}
