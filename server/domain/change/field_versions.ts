import type { Undo } from "../activity/write.ts";
import { Stale } from "../core/errors.ts";

/**
 * A record that knows in which version each of its fields was last changed, as JSON: `{"title":3}`. One that it doesn't
 * name is as it was made, or stands under `*`.
 */
interface FieldVersions {
  version: number;
  field_versions?: string;
}

/** A change of a record by the fields that take it back, as a patch names them. */
interface Changing {
  undo?: Undo;
  unseen?: true;
}

const FIRST_VERSION = 1;

function versionsOf({ field_versions }: FieldVersions): Record<string, number> {
  return field_versions === undefined ? {} : JSON.parse(field_versions);
}

function fieldsOf(changes: readonly Changing[]): string[] {
  return changes.flatMap(({ undo, unseen }) => unseen ? [] : Object.keys(undo ?? {}));
}

/**
 * Holds that nobody changed a field since a patch was made that changes it to something else.
 * @param record what it is called: `task`
 * @param since the version that the patch was made from, if it says so
 * @throws Stale otherwise
 */
export function requireUnchanged(
  record: string,
  before: FieldVersions,
  changes: readonly Changing[],
  since: number | undefined,
): void {
  if (since === undefined) return;
  const versions = versionsOf(before);
  const last = (field: string) => versions[field] ?? versions["*"] ?? FIRST_VERSION;
  const changed = fieldsOf(changes).filter((field) => last(field) > since);
  if (changed.length === 0) return;
  const one = changed.length === 1 && changed[0] !== "tags";
  throw new Stale(
    `The ${record}'s ${inWords(changed)} ${one ? "has" : "have"} changed since you read ${
      one ? "it" : "them"
    }.`,
    { hint: `Read the record again (version ${before.version}), then repeat your change.` },
  );
}

/** The column in which a record keeps that some of its fields are changed; none where its table has no such column. */
export function withVersions(
  before: FieldVersions,
  changes: readonly Changing[],
): { field_versions?: string } {
  const fields = fieldsOf(changes);
  if (before.field_versions === undefined || fields.length === 0) return {};
  const now = fields.map((field) => [field, before.version + 1]);
  return {
    field_versions: JSON.stringify({ ...versionsOf(before), ...Object.fromEntries(now) }),
  };
}

/** What people call a field where its name isn't the word. */
const words: Readonly<Record<string, string>> = {
  stateId: "status",
  tags: "labels",
  siblingPosition: "place among sub-tasks",
  teamIds: "teams",
  memberIds: "members",
  startDate: "start date",
  targetDate: "target date",
};

/** Fields of a patch as one calls them: `status and deadline`. */
export function inWords(fields: readonly string[]): string {
  const names = fields.map((field) => words[field] ?? field.replace(/(Id|At)$/, ""));
  return new Intl.ListFormat("en").format(names);
}
