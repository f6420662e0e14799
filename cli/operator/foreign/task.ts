import type { RelationKind } from "../../../server/domain/vocabulary.ts";

/** The names of supported tools, by their word on the command line. */
export const programs = {
  csv: "CSV",
  linear: "Linear",
  github: "GitHub",
  jira: "Jira",
  trello: "Trello",
  plane: "Plane",
} as const;
export type Program = keyof typeof programs;

/** A task in the words of another tool's export. */
export interface ForeignTask {
  /** Identifies the task, also in later imports. */
  key: string;
  /** Its name in the other tool: `LIN-12`. */
  called: string;
  /** Other names that sub-tasks in the file might use. */
  aliases: string[];
  /** Its place in the file: `Row 7`. */
  place: string;
  url: string | null;
  title: string;
  description: string;
  status: string;
  /** The meaning of its status, if the tool says so. */
  statusMeans: "open" | "completed" | "cancelled" | null;
  priority: string;
  /** Names and emails of the person, the main name first; empty for nobody. */
  creator: string[];
  assignee: string[];
  labels: { name: string; color: string | null }[];
  project: string;
  milestone: string;
  /** The milestone's target date as written, for a new milestone. */
  milestoneDue: string;
  /** The key or an alias of its parent task. */
  parent: string;
  relations: ForeignRelation[];
  /** Its links, including attachments, which aren't copied. */
  links: ForeignLink[];
  /** Days and times as written. */
  deadline: string;
  created: string;
  updated: string;
  completed: string;
  archived: string;
  comments: ForeignComment[];
  /** Values without a field in Backlog, by name, which are kept at the end of the description. */
  further: [name: string, value: string][];
}

/** A relation to another task. */
export interface ForeignRelation {
  kind: RelationKind;
  /** The other task's key or alias. */
  other: string;
}

export interface ForeignLink {
  /** Empty without a title. */
  title: string;
  url: string;
}

export interface ForeignComment {
  /** Its ID, if it has one. */
  id?: string;
  /** Names and emails of the author. */
  author: string[];
  /** The author's name in this comment, before other parts of the file complete it. */
  by?: string;
  at: string;
  body: string;
}

/** The contents of a file. */
export interface ForeignFile {
  tasks: ForeignTask[];
  /** Parts of the file that aren't imported, such as columns. */
  leftOut: LeftOut[];
}

/** Something that can't be imported as is, with the reason. */
export interface LeftOut {
  what: string;
  why: string;
  /** The task or amount. */
  of: string;
}

/** Creates an empty task. */
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
