import type { TaskStatus } from "../../../server/domain/vocabulary.ts";
import type { Here } from "./here.ts";
import type { FindPerson } from "./people.ts";
import type { Notes } from "./report.ts";
import type { Program } from "./task.ts";

/** A task as it will be made; labels, project and milestone by name. */
export interface PlannedTask {
  key: string;
  called: string;
  /** The one that it has there, where the team is called so here and never gave it. */
  number: number | undefined;
  title: string;
  description: string | null;
  status: TaskStatus;
  stateId: string;
  priority: number;
  creatorId: string;
  assigneeId: string | null;
  labels: { name: string; color: string | null }[];
  project: string | null;
  milestone: string | null;
  /** The key of the task that it is a part of. */
  parent: string | undefined;
  deadline: string | null;
  createdAt: string;
  updatedAt: string;
  completedAt: string | null;
  archivedAt: string | null;
  comments: { authorId: string; at: string; body: string }[];
}

/** What one import goes by. */
export interface Planning {
  from: Program;
  here: Here;
  find: FindPerson;
  notes: Notes;
  now: Date;
  /** Who stands for people who aren't here. */
  importerId: string;
  /** What statuses mean, by their plain words: a status or a state's name. */
  statuses: ReadonlyMap<string, string>;
  /** Which status became what, counted. */
  became: Map<string, { said: string; became: string; tasks: number }>;
}

/** Keeps what has no place here at the foot of the description, and says why. */
export type Keep = (name: string, value: string, why: string) => void;
