import type { Person } from "../../support/cast.ts";

// deno-lint-ignore no-explicit-any -- a record as its endpoint answers it, which is checked there
export type Answered = any;

/** One field of a patch: a value that differs, how the answer shows it, and what says again what stands. */
export interface FieldRow {
  /** The value sent, or how the record as it is gives it. */
  to: unknown;
  /** What the answer's record shows of the field; its member of the same name, unless said otherwise. */
  shown?: (record: Answered) => unknown;
  /** What the answer shows then, where it isn't the value itself. */
  becomes?: unknown;
  /** What a client would send to say what the record is already; what it shows, unless said otherwise. */
  own?: (record: Answered) => unknown;
  /** Other ways to say the value sent. */
  alike?: unknown[];
  /** Whether it is said of where the record is among others, so that it isn't said of what the record is as a whole. */
  alone?: true;
}

/** A record that a PATCH changes. */
export interface ChangeRow {
  /** The path within the workspace, or from the root with a slash in front. */
  path: string;
  as?: Person;
  fields: Record<string, FieldRow>;
}
