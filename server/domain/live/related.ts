import { type RawBuilder, sql } from "kysely";
import { activityKinds, type KindEntry } from "../activity/kinds.ts";
import type { IdPlace, Nameable } from "../activity/shapes.ts";
import type { ReadContext } from "../core/operation.ts";
import type { Entry } from "./read_news.ts";

/** The location of a task that shows another one. */
export interface RelatedTask {
  teamId: string;
  projectId: string | null;
}

/** The facts that decide who can see the records in entries. */
export interface Related {
  tasks: ReadonlyMap<string, RelatedTask>;
  /** The tasks whose pages show a task, besides its parent. */
  beside: ReadonlyMap<string, readonly string[]>;
  /** The teams of each project, empty if everyone can see it. */
  projects: ReadonlyMap<string, readonly string[]>;
}

/** A record in an activity entry. */
export interface Mention {
  noun: Nameable;
  id: string;
}

const byKind: ReadonlyMap<string, KindEntry> = new Map(
  activityKinds.map((entry) => [entry.kind, entry]),
);

/** Returns the records in an entry besides its subject. */
export function recordsNamedIn({ kind, data }: Entry): Mention[] {
  const places = byKind.get(kind)?.mentions ?? [];
  if (places.length === 0) return [];
  const parsed: unknown = JSON.parse(data);
  return places.flatMap((place) =>
    idsAt(parsed, place).map((id): Mention => ({ noun: place.names, id }))
  );
}

function idsAt(data: unknown, { path, list }: IdPlace): string[] {
  const within = list === undefined ? [data] : at(data, list);
  const items = Array.isArray(within) ? within : [];
  return items.map((item) => at(item, path)).filter((id) => typeof id === "string");
}

/** Returns the value at a path of JSON: `$.to.id`. */
function at(data: unknown, path: string): unknown {
  return path.split(".").slice(1).reduce(
    (value: unknown, field) => (value as Record<string, unknown> | null | undefined)?.[field],
    data,
  );
}

/** Reads the teams and projects of all records that the entries mention or are related to. */
export async function readRelated(
  context: ReadContext,
  entries: readonly Entry[],
): Promise<Related> {
  const mentions = entries.flatMap(recordsNamedIn);
  const named = (noun: Nameable) => mentions.filter((one) => one.noun === noun).map(({ id }) => id);
  const beside = await readBeside(context, entries);
  const taskIds = [
    ...named("task"),
    ...beside.map(({ besideId }) => besideId),
    ...entries.flatMap(({ parentId }) => parentId ?? []),
  ];
  const tasks = await among<RelatedTask & { id: string }>(
    context,
    taskIds,
    (ids) =>
      sql`select id, team_id as "teamId", project_id as "projectId" from tasks where id in ${ids}`,
  );
  const projectIds = [
    ...named("project"),
    ...[...tasks, ...entries].flatMap(({ projectId }) => projectId ?? []),
    ...entries.flatMap(({ subject, subjectId }) => subject === "project" ? [subjectId] : []),
  ];
  const pairs = await among<{ id: string; teamId: string }>(
    context,
    projectIds,
    (ids) =>
      sql`select project_id as id, team_id as "teamId" from project_teams where project_id in ${ids}`,
  );
  return {
    beside: grouped(beside, ({ besideId }) => besideId),
    tasks: new Map(tasks.map((task) => [task.id, task])),
    projects: grouped(pairs, ({ teamId }) => teamId),
  };
}

/**
 * Events that make a task appear on other pages or disappear from them. Other pages are found by the records in the
 * entry.
 */
const APPEARS = /^task\.(archived|discarded|restored|published|moved)$/;

function readBeside(
  context: ReadContext,
  entries: readonly Entry[],
): Promise<{ id: string; besideId: string }[]> {
  const appearing = entries.filter(({ kind }) => APPEARS.test(kind));
  return among(
    context,
    appearing.map(({ subjectId }) => subjectId),
    (ids) =>
      sql`select task_id as id, other_id as "besideId" from task_relations where task_id in ${ids}
        union all select other_id, task_id from task_relations where other_id in ${ids}
        union all select parent_id, id from tasks where parent_id in ${ids}`,
  );
}

function grouped<T extends { id: string }>(
  rows: readonly T[],
  of: (row: T) => string,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.id, [...found.get(row.id) ?? [], of(row)]);
  return found;
}

/** Runs a query for some records, unless there are none. @param query receives their IDs as a list */
async function among<T>(
  { db }: ReadContext,
  ids: readonly string[],
  query: (ids: RawBuilder<unknown>) => RawBuilder<unknown>,
): Promise<T[]> {
  if (ids.length === 0) return [];
  const list = JSON.stringify([...new Set(ids)]);
  const { rows } = await query(sql`(select value from json_each(${list}))`).execute(db);
  return rows as T[];
}
