/** The first line of an export. */
export interface Header {
  format: typeof FORMAT;
  /** Raised when older programs can't read the format. */
  version: number;
  /** The schema version of the records. In exports of version 1, it counts schemas from before the first release. */
  schemaVersion: number;
  workspaceId: string;
  name: string;
}

/** A line with a person or a row of the table `kind`. */
export interface Line {
  kind: string;
  record: Record<string, string | number | null>;
}

/** The last line. An export without it is incomplete. */
export interface End {
  kind: "end";
  /** The number of records before it. */
  records: number;
}

export const FORMAT = "backlog-workspace";
export const FORMAT_VERSION = 2;
/** The kind of lines with a person. */
export const PERSON = "person";
/** The exported columns of a person, who is identified by email. */
export const personColumns = [
  "email",
  "name",
  "theme",
  "shortcuts",
  "sidebar",
  "sidebar_folded",
  "notifications",
  "lists",
  "start_page",
  "time_zone",
  "week_start",
  "density",
  "created_at",
] as const;
