import type { TaskStatus } from "../../../server/domain/vocabulary.ts";
import type { StartingResource } from "../../../server/domain/resources/schema.ts";
import type { Here } from "./here.ts";
import type { FindPerson } from "./people.ts";
import type { RefusedRelation } from "./relations.ts";
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
  milestoneDue: string | null;
  /** The key of the task that it is a part of. */
  parent: string | undefined;
  links: StartingResource[];
  deadline: string | null;
  createdAt: string;
  updatedAt: string;
  completedAt: string | null;
  archivedAt: string | null;
  comments: PlannedComment[];
}

/** What somebody said, in as many comments as it takes. */
export interface PlannedComment {
  /** What tells it from the task's others, so that it comes in once; empty for what is no comment there. */
  key: string;
  authorId: string;
  at: string;
  bodies: string[];
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
  /** The keys of milestones' names that there are or will be, by those of their projects' names. */
  milestones: Map<string, Set<string>>;
  /** Relations that can't be made, by the key of the task that says them. */
  refused: ReadonlyMap<string, readonly RefusedRelation[]>;
  /** Which status became what, counted. */
  became: Map<string, { said: string; became: string; tasks: number }>;
}

/** Keeps what has no place here at the foot of the description, and says why. */
export type Keep = (name: string, value: string, why: string) => void;
