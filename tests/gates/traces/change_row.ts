import type { Person } from "../../support/cast.ts";

// deno-lint-ignore no-explicit-any -- a record as its endpoint answers it, which is checked there
export type Answered = any;

/** A field of a patch: a different value, the value in the response, and a repetition of the current value. */
export interface FieldRow {
  /** The value to send, or a function that derives it from the current record. */
  to: unknown;
  /** Returns the field in the response's record, by default the member with the same name. */
  shown?: (record: Answered) => unknown;
  /** The value in the response, if it differs from the sent one. */
  becomes?: unknown;
  /** A value that changes nothing, by default the one in the response. */
  own?: (record: Answered) => unknown;
  /** Other spellings of the sent value. */
  alike?: unknown[];
  /** Whether the field is a position among other records, so that it isn't part of the record's own content. */
  alone?: true;
}

/** A record that a PATCH changes. */
export interface ChangeRow {
  /** The path within the workspace, or from the root if it starts with a slash. */
  path: string;
  as?: Person;
  fields: Record<string, FieldRow>;
}
