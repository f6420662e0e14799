/** The first line of an export. */
export interface Header {
  format: typeof FORMAT;
  /** Grows when older programs could no longer read it. */
  version: number;
  /** The schema that the records' fields are of; of exports of version 1, by the numbers from before the first release. */
  schemaVersion: number;
  workspaceId: string;
  name: string;
}

/** The lines between: somebody, or a row of the table that `kind` names, by its columns. */
export interface Line {
  kind: string;
  record: Record<string, string | number | null>;
}

/** The last line: what comes without it was cut off. */
export interface End {
  kind: "end";
  /** How many lines of records came before. */
  records: number;
}

export const FORMAT = "backlog-workspace";
export const FORMAT_VERSION = 2;
/** The kind of the lines that stand for people. */
export const PERSON = "person";
/** What of somebody travels; they go by their address. */
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
