import type { RelationKind } from "../../../server/domain/vocabulary.ts";

/** The programs whose exports are read, by how they are named on the command line, and how they call themselves. */
export const programs = {
  csv: "CSV",
  linear: "Linear",
  github: "GitHub",
  jira: "Jira",
  trello: "Trello",
  plane: "Plane",
} as const;
export type Program = keyof typeof programs;

/** A task as another program's export tells it: in its words, nothing of it looked up yet. */
export interface ForeignTask {
  /** What tells it apart there; a later import of the same knows it by this. */
  key: string;
  /** What people call it there: `LIN-12`. */
  called: string;
  /** What else names it, where others of the file say whose part they are. */
  aliases: string[];
  /** Where it stands in the file: `Row 7`. */
  place: string;
  url: string | null;
  title: string;
  description: string;
  status: string;
  /** What its status means there, where the program says so itself; words that are known come first. */
  statusMeans: "open" | "completed" | "cancelled" | null;
  priority: string;
  /** Names and addresses of whoever it is, what they are called first; empty for nobody. */
  creator: string[];
  assignee: string[];
  labels: { name: string; color: string | null }[];
  project: string;
  milestone: string;
  /** Its day as it is written there, for a milestone that is made. */
  milestoneDue: string;
  /** The key or an alias of the task that it is a part of. */
  parent: string;
  relations: ForeignRelation[];
  /** Addresses that belong to it: attachments stay where they are. */
  links: ForeignLink[];
  /** Days and moments as they are written there. */
  deadline: string;
  created: string;
  updated: string;
  completed: string;
  archived: string;
  comments: ForeignComment[];
  /** What Backlog has no field for, by what it is called: kept at the foot of the description. */
  further: [name: string, value: string][];
}

/** How a task stands to another one. */
export interface ForeignRelation {
  kind: RelationKind;
  /** The other's key, or an alias of it. */
  other: string;
}

export interface ForeignLink {
  /** Empty where it has no name. */
  title: string;
  url: string;
}

export interface ForeignComment {
  /** Its id there, where it has one. */
  id?: string;
  /** As of a creator. */
  author: string[];
  /** What its author is called where it stands, whatever else of the file tells of them. */
  by?: string;
  at: string;
  body: string;
}

/** What a file holds. */
export interface ForeignFile {
  tasks: ForeignTask[];
  /** What of it is no task's: a column, say, that nothing was made of. */
  leftOut: LeftOut[];
}

/** Something that can't be carried over, and why. */
export interface LeftOut {
  what: string;
  why: string;
  /** Of which task, or how much. */
  of: string;
}

/** A task of which nothing is known yet. */
export function emptyTask(key: string, place: string): ForeignTask {
  return {
    key,
    called: key.startsWith("row:") ? place : key,
    aliases: [],
    place,
    url: null,
    title: "",
    description: "",
    status: "",
    statusMeans: null,
    priority: "",
    creator: [],
    assignee: [],
    labels: [],
    project: "",
    milestone: "",
    milestoneDue: "",
    parent: "",
    relations: [],
    links: [],
    deadline: "",
    created: "",
    updated: "",
    completed: "",
    archived: "",
    comments: [],
    further: [],
  };
}
