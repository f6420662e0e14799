import type { KindOf } from "../../server/domain/activity/kinds.ts";
import type { Activity } from "../../server/domain/activity/schema.ts";
import { propertyOf, taskProperties } from "./properties/all.ts";
import type { Undos } from "./undos.ts";

/** The minimum number of consecutive changes that are shown as one. */
const FEWEST = 3;
/** The maximum time between two changes of a run, in milliseconds. */
const LONGEST_GAP = 3_600_000;
/** How long changes by the creator are shown with the creation, in milliseconds. */
const MAKING = 180_000;
export const beginnings: ReadonlySet<string> = new Set<KindOf<"task">>([
  "task.created",
  "task.drafted",
]);

/** The nouns of changes in a summary. Kinds that are always shown on their own are missing. */
const things: Readonly<Partial<Record<string, Thing>>> = {
  ...Object.fromEntries(taskProperties.flatMap((property) => {
    const { name, sentences } = propertyOf(property);
    const one = `the ${name.toLowerCase()}`;
    return Object.keys(sentences).map((kind) => [kind, { one }]);
  })),
  ...{
    "task.moved": undefined,
    "task.labels_changed": { one: "a label", some: "labels" },
    "task.title_changed": { one: "the title" },
    "task.description_changed": { one: "the description" },
    "task.resource_added": { one: "a link", some: "links" },
    "task.resource_changed": { one: "a link", some: "links" },
    "task.resource_removed": { one: "a link", some: "links" },
    "task.relation_added": { one: "a relation", some: "relations" },
    "task.relation_removed": { one: "a relation", some: "relations" },
  } satisfies { readonly [K in KindOf<"task">]?: Thing | undefined },
};

/** The noun of a change, and its plural if changes are counted. */
interface Thing {
  one: string;
  some?: string;
}

/** Small changes by one person in a row, the creation with the changes right after it, or a single activity. */
export type ChangeRun = [Activity, ...Activity[]];

/** Returns whether a run starts with the creation of the task. */
export function isBeginning([{ kind }]: ChangeRun): boolean {
  return beginnings.has(kind);
}

/**
 * Groups changes that one person made in a row within a short time, without comments in between. Changes by an undo are
 * never grouped with the undone changes or with those by a redo. Changes that were all undone are never grouped with a
 * creation, which would look undone too.
 */
export function changeRunsOf({ left, cameBy, isUndone }: Undos): ChangeRun[] {
  const runs: ChangeRun[] = [];
  for (const entry of left) {
    const run = runs.at(-1);
    if (run && cameBy(run.at(-1)!) === cameBy(entry) && goesOn(run, entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run): ChangeRun[] => {
    const [first, ...changes] = run;
    if (!isBeginning(run)) return ungroupFew(run);
    return changes.every(isUndone) ? [[first], ...ungroupFew(changes)] : [run];
  });
}

/** Returns a run if it is long enough, or else each of its changes. */
function ungroupFew(run: Activity[]): ChangeRun[] {
  const [first, ...others] = run;
  if (first && run.length >= FEWEST) return [[first, ...others]];
  return run.map((one): ChangeRun => [one]);
}

function goesOn(run: ChangeRun, after: Activity): boolean {
  const [before, most] = isBeginning(run) ? [run[0], MAKING] : [run.at(-1)!, LONGEST_GAP];
  const apart = Date.parse(after.createdAt) - Date.parse(before.createdAt);
  return (isBeginning(run) || things[before.kind] !== undefined) &&
    things[after.kind] !== undefined && before.actor?.id === after.actor?.id &&
    before.interface === after.interface && apart <= most;
}

/** Returns the changes of a run that weren't undone, or all if all were undone. `null` for a creation without changes. */
export function changesOf(
  run: ChangeRun,
  { isUndone }: { isUndone(entry: Activity): boolean },
): { changes: readonly Activity[]; isUndone: boolean } | null {
  const changes = isBeginning(run) ? run.slice(1) : run;
  const current = changes.filter((one) => !isUndone(one));
  if (current.length > 0) return { changes: current, isUndone: false };
  return changes.length > 0 ? { changes, isUndone: true } : null;
}

/** Describes the changes of a run: `changed the priority and the deadline, and added 2 labels`. */
export function describeChanges(run: readonly Activity[]): string {
  const byVerb = new Map<string, Activity[]>();
  for (const [name, changes] of byName(run)) {
    const verbs = new Set(changes.map(verbOf));
    const verb = verbs.size === 1 && name.some ? [...verbs][0]! : "changed";
    byVerb.set(verb, [...byVerb.get(verb) ?? [], ...changes]);
  }
  const words = [...byVerb].map(([verb, changes]) => `${verb} ${listChanges(changes)}`);
  const nested = words.length === 2 && words.some((one) => one.includes(" and "));
  return nested ? words.join(", and ") : list.format(words);
}

/** Lists the changed things of a run: `the priority, the deadline, and 2 labels`. */
export function listChanges(run: readonly Activity[]): string {
  return list.format([...byName(run)].map(([{ one, some }, changes]) => {
    const count = changes.reduce((sum, change) => sum + countOf(change), 0);
    return some && count > 1 ? `${count} ${some}` : one;
  }));
}

const list = new Intl.ListFormat("en");
const task: Thing = { one: "the task" };

/** Groups changes by thing. Kinds of the same thing share its nouns. */
function byName(run: readonly Activity[]): Map<Thing, Activity[]> {
  const groups = new Map<string, [Thing, Activity[]]>();
  for (const change of run) {
    const thing = things[change.kind] ?? task;
    const group = groups.get(thing.one) ?? [thing, []];
    groups.set(thing.one, group);
    group[1].push(change);
  }
  return new Map(groups.values());
}

function verbOf({ kind, data }: Activity): string {
  if (kind === "task.labels_changed") {
    const { added, removed } = labelsIn(data);
    return removed.size === 0 ? "added" : added.size === 0 ? "removed" : "changed";
  }
  return /_(added|removed)$/.exec(kind)?.[1] ?? "changed";
}

/** Counts added and removed labels. Any other change counts as one. */
function countOf({ kind, data }: Activity): number {
  if (kind !== "task.labels_changed") return 1;
  const { added, removed } = labelsIn(data);
  return Math.max(1, added.size + removed.size);
}

function labelsIn(data: unknown): { added: Set<unknown>; removed: Set<unknown> } {
  const { from, to } = Object(data);
  const [before, after] = [from, to].map((names) => new Set<unknown>([names ?? []].flat()));
  return { added: after!.difference(before!), removed: before!.difference(after!) };
}
