import type { TaskStatus } from "../../../server/domain/vocabulary.ts";
import type { StartingResource } from "../../../server/domain/resources/schema.ts";
import type { Here } from "./here.ts";
import type { FindPerson, UnmatchedPeople } from "./people.ts";
import type { RefusedRelation } from "./relations.ts";
import type { Notes } from "./report.ts";
import type { Program } from "./task.ts";

/** A task to create, with labels, project, and milestone by name. */
export interface PlannedTask {
  key: string;
  called: string;
  /** Its number in the other tool, if the team has the same key and the number is free. */
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
  /** The key of its parent task. */
  parent: string | undefined;
  links: StartingResource[];
  deadline: string | null;
  createdAt: string;
  updatedAt: string;
  completedAt: string | null;
  archivedAt: string | null;
  comments: PlannedComment[];
}

/** A comment, split if it is too long. */
export interface PlannedComment {
  /** Identifies the comment in its task, so that it is imported once; empty for other text. */
  key: string;
  authorId: string;
  at: string;
  bodies: string[];
}

/** The context of an import. */
export interface Planning {
  from: Program;
  here: Here;
  find: FindPerson;
  notes: Notes;
  unmatched: UnmatchedPeople;
  now: Date;
  /** The profile used for people who aren't in the workspace. */
  importerId: string;
  /** A status or the name of a state, by the plain words of a foreign status. */
  statuses: ReadonlyMap<string, string>;
  /** The keys of existing and planned milestones' names, by the keys of their projects' names. */
  milestones: Map<string, Set<string>>;
  /** Relations that can't be created, by the key of their task. */
  refused: ReadonlyMap<string, readonly RefusedRelation[]>;
  /** The number of tasks by foreign status and resulting state. */
  became: Map<string, { said: string; became: string; tasks: number }>;
}

/** Keeps a value at the end of the description, and notes the reason. */
export type Keep = (name: string, value: string, why: string) => void;
