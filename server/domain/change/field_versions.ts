import type { Undo } from "../activity/write.ts";
import { Stale } from "../core/errors.ts";

/**
 * A record that stores the version of each field's last change as JSON: `{"title":3}`. Fields without a version are
 * unchanged since creation, or have the version under `*`.
 */
interface FieldVersions {
  version: number;
  field_versions?: string;
}

/** A change of a record, with the fields that undo it, named as in a patch. */
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
 * Checks that nobody has changed a field since the patch's version, if the patch sets another value.
 * @param record the noun: `task`
 * @param since the version that the patch is based on, if given
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

/** Returns the column with the versions of changed fields, if the table has this column. */
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

/** Field names that differ from their words for people. */
const words: Readonly<Record<string, string>> = {
  stateId: "status",
  tags: "labels",
  siblingPosition: "position among sub-tasks",
  teamIds: "teams",
  memberIds: "members",
  startDate: "start date",
  targetDate: "target date",
};

/** Names fields in a sentence: `status and deadline`. */
export function inWords(fields: readonly string[]): string {
  const names = fields.map((field) => words[field] ?? field.replace(/(Id|At)$/, ""));
  return new Intl.ListFormat("en").format(names);
}
