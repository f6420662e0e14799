import type { PlannedTask } from "./planning.ts";
import type { LeftOut } from "./task.ts";

/** What an import did, or would do. */
export interface Report {
  dryRun: boolean;
  from: string;
  workspace: { id: string; name: string };
  team: string;
  /** By whom, as history tells it. */
  by: string;
  /** How many tasks the file has. */
  read: number;
  made: Made;
  /** How many of the tasks that were made have which of what a task has. */
  carried: { what: string; tasks: number }[];
  /** Tasks that an earlier import brought: they are left as they are, but for what was said there since. */
  here: number;
  /** How many of them got comments. */
  commentedOn: number;
  /** What each status that is said there became. */
  statuses: { said: string; became: string; tasks: number }[];
  leftOut: { what: string; why: string; times: number; of: string[] }[];
}

/** What an import makes, before it made anything. */
export const nothingMade = {
  tasks: 0,
  comments: 0,
  relations: 0,
  links: 0,
  labels: 0,
  projects: 0,
  milestones: 0,
};

export type Made = typeof nothingMade;

/** How many are named where something was left out; the rest is counted. */
const NAMED = 5;

/** Gathers what couldn't be carried over. */
export class Notes {
  #noted = new Map<string, Report["leftOut"][number]>();

  add({ what, why, of }: LeftOut): void {
    const key = `${what}\n${why}`;
    const noted = this.#noted.get(key) ?? { what, why, times: 0, of: [] };
    this.#noted.set(key, noted);
    noted.times++;
    if (noted.of.length < NAMED && !noted.of.includes(of)) noted.of.push(of);
  }

  /** What happened most comes first. */
  all(): Report["leftOut"] {
    return [...this.#noted.values()].sort((a, b) => b.times - a.times);
  }
}

/** What a task has that comes in with it, besides what is made for it. */
const kinds: readonly (readonly [what: string, has: (task: PlannedTask) => boolean])[] = [
  ["description", ({ description }) => description !== null],
  ["priority", ({ priority }) => priority > 0],
  ["assignee", ({ assigneeId }) => assigneeId !== null],
  ["labels", ({ labels }) => labels.length > 0],
  ["project", ({ project }) => project !== null],
  ["milestone", ({ milestone }) => milestone !== null],
  ["parent", ({ parent }) => parent !== undefined],
  ["deadline", ({ deadline }) => deadline !== null],
  ["archived", ({ archivedAt }) => archivedAt !== null],
];

/** How many tasks have which of that. */
export function carriedBy(tasks: readonly PlannedTask[]): Report["carried"] {
  return kinds.map(([what, has]) => ({ what, tasks: tasks.filter(has).length }))
    .filter((one) => one.tasks > 0);
}
