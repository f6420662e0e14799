import type { Unmatched } from "./people.ts";
import type { PlannedTask } from "./planning.ts";
import type { LeftOut } from "./task.ts";

/** The result of an import or dry run. */
export interface Report {
  dryRun: boolean;
  from: string;
  workspace: { id: string; name: string };
  team: string;
  /** The name of the importing person. */
  by: string;
  /** The number of tasks in the file. */
  read: number;
  made: Made;
  /** The number of created tasks with each kind of field. */
  carried: { what: string; tasks: number }[];
  /** The number of tasks from earlier imports, which only get new comments. */
  here: number;
  /** The number of these that got new comments. */
  commentedOn: number;
  /** The resulting state of each foreign status. */
  statuses: { said: string; became: string; tasks: number }[];
  /** The people in the file who aren't in the workspace. */
  unmatched: Unmatched[];
  leftOut: { what: string; why: string; times: number; of: string[] }[];
}

/** Counts of created records, at the start. */
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

/** The maximum number of names per note. */
const NAMED = 5;

/** Collects what can't be imported as is. */
export class Notes {
  #noted = new Map<string, Report["leftOut"][number]>();

  add({ what, why, of }: LeftOut): void {
    const key = `${what}\n${why}`;
    const noted = this.#noted.get(key) ?? { what, why, times: 0, of: [] };
    this.#noted.set(key, noted);
    noted.times++;
    if (noted.of.length < NAMED && !noted.of.includes(of)) noted.of.push(of);
  }

  /** Returns the notes, the most frequent first. */
  all(): Report["leftOut"] {
    return [...this.#noted.values()].sort((a, b) => b.times - a.times);
  }
}

/** Kinds of fields that are counted. */
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

/** Counts the tasks with each kind of field. */
export function carriedBy(tasks: readonly PlannedTask[]): Report["carried"] {
  return kinds.map(([what, has]) => ({ what, tasks: tasks.filter(has).length }))
    .filter((one) => one.tasks > 0);
}
