import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { findOnlyByName } from "../core/called.ts";
import { calendarDay, dayBegin, dayFromToday, DAYS_FROM_TODAY } from "../core/days.ts";
import { type FieldError, NotFound } from "../core/errors.ts";
import { unknownFilters } from "../core/unknown_filters.ts";
import { locateLabel } from "../labels/locate.ts";
import { taskLabels } from "../labels/kinds.ts";
import { nameKey } from "../core/name_key.ts";
import type { ReadContext } from "../core/operation.ts";
import { locateProfile } from "../profiles/locate.ts";
import { locateProject, locateProjectId } from "../projects/locate.ts";
import { locateAnyTeam } from "../teams/locate.ts";
import { visibleProject } from "../visibility/projects.ts";
import { locateTask } from "./locate.ts";
import type { TaskFilters } from "./filters/schema.ts";

/**
 * Filters with the IDs of all records, and times as stored. `me`, `none`, and relative days stay words. Missing and
 * hidden records are left out and listed.
 */
export interface ResolvedFilters {
  filters: TaskFilters;
  unknown: FieldError[];
  /** Whether a filter names only missing records, so that no task matches. */
  fitsNone: boolean;
}

interface Naming {
  /** Finds a record's ID. Throws NotFound. */
  lookup(context: ReadContext<Member>, word: string): Promise<string>;
  /** The words that don't name a record. */
  own: readonly string[];
  /** Whether case doesn't matter in these words. */
  folded?: true;
}

const team: Naming = {
  lookup: async (context, word) => (await locateAnyTeam(context, word)).id,
  own: [],
};
const project: Naming = { lookup: locateProjectId, own: ["none"] };
const milestone: Naming = { lookup: milestoneInSight, own: ["none"] };
const assignee: Naming = { lookup: locateProfile, own: ["me", "none"] };
const creator: Naming = { lookup: locateProfile, own: ["me"] };
const label: Naming = {
  lookup: async (context, word) => (await locateLabel(context, taskLabels, word)).id,
  own: ["none"],
  folded: true,
};
const parent: Naming = {
  lookup: async (context, word) => (await locateTask(context, word)).id,
  own: ["none"],
};

/** All filters that name records, each with one or several. */
const naming = {
  teamId: team,
  notTeamId: team,
  projectId: project,
  notProjectId: project,
  milestoneId: milestone,
  notMilestoneId: milestone,
  assigneeId: assignee,
  notAssigneeId: assignee,
  label,
  notLabel: label,
  allLabels: { ...label, own: [] },
  creatorId: creator,
  notCreatorId: creator,
} as const satisfies Partial<Record<keyof TaskFilters, Naming>>;
const names = Object.keys(naming) as (keyof typeof naming)[];

/** Finds a visible project's milestone, by ID or name. */
async function milestoneInSight(context: ReadContext<Member>, word: string): Promise<string> {
  const id = word.startsWith("mile_") ? word : await milestoneCalled(context, word) ?? word;
  const milestone = await context.db.selectFrom("milestones").select("project_id").where(
    "id",
    "=",
    id,
  )
    .executeTakeFirst();
  const project = milestone && await locateProject(context, milestone.project_id)
    .catch((error) => {
      if (error instanceof NotFound) return undefined;
      throw error;
    });
  if (project) return id;
  throw new NotFound(`Milestone ${id} not found.`);
}

async function milestoneCalled({ db, actor }: ReadContext<Member>, name: string) {
  const { rows } = await sql<{ id: string; name: string; archived_at: string | null }>`
    select m.id, m.name, m.archived_at from milestones m join projects p on p.id = m.project_id
    where p.workspace_id = ${actor.workspace.id} and m.name_key = ${nameKey(name)}
      and ${visibleProject(actor, "p")}`.execute(db);
  return findOnlyByName(name, rows, ({ id }) => id)?.id;
}

/** Filters by time, with their comparisons. */
const times = {
  createdAfter: dayBegin,
  createdBefore: dayBegin,
  updatedSince: dayBegin,
  updatedBefore: dayBegin,
  completedAfter: dayBegin,
  completedBefore: dayBegin,
  closedSince: dayBegin,
  deadlineAt: (value, timeZone, field) =>
    value === "none" ? value : calendarDay(value, timeZone, field),
  deadlineAfter: calendarDay,
  deadlineBefore: calendarDay,
} as const satisfies Partial<Record<keyof TaskFilters, typeof calendarDay>>;
const timeNames = Object.keys(times) as (keyof typeof times)[];

/**
 * Looks up the records in filters once per request, so that lists compare only IDs. Archived records and former members
 * can be found too, because tasks refer to them.
 */
export async function resolveTaskFilters(
  context: ReadContext<Member>,
  filters: TaskFilters,
): Promise<ResolvedFilters> {
  const resolved = { ...filters };
  for (const name of timeNames) {
    const value = filters[name];
    if (value !== undefined && !DAYS_FROM_TODAY.test(value)) {
      resolved[name] = times[name](value, context.actor.workspace.timeZone, name);
    }
  }
  const unknown: FieldError[] = [];
  /** Returns the ID for a filter's word, or nothing without a visible record. */
  const idOf = async (name: keyof TaskFilters, naming: Naming, word: string) => {
    const { lookup, own, folded } = naming;
    const kept = own.find((one) => one === (folded ? nameKey(word) : word));
    if (kept) return [kept];
    try {
      return [await lookup(context, word)];
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      unknown.push({ path: [name], message: error.message });
      return [];
    }
  };
  let fitsNone = false;
  for (const name of names) {
    const words = filters[name];
    if (words === undefined) continue;
    const ids: string[] = [];
    for (const word of words) ids.push(...await idOf(name, naming[name], word));
    fitsNone ||= name === "allLabels"
      ? ids.length < words.length
      : ids.length === 0 && !name.startsWith("not");
    resolved[name] = ids.length > 0 ? [...new Set(ids)] : undefined;
  }
  if (filters.parentId !== undefined) {
    [resolved.parentId] = await idOf("parentId", parent, filters.parentId);
    fitsNone ||= resolved.parentId === undefined;
  }
  return { filters: resolved, unknown, fitsNone };
}

/** Returns resolved filters with absolute days, as of now in the workspace's time zone. */
export function withDays<F extends TaskFilters>(filters: F, now: Date, timeZone: string): F {
  const told = timeNames.filter((name) => DAYS_FROM_TODAY.test(filters[name] ?? ""));
  if (told.length === 0) return filters;
  const days = told.map((name) => {
    const day = dayFromToday(filters[name]!, now, timeZone);
    return [name, times[name](day, timeZone, name)];
  });
  return { ...filters, ...Object.fromEntries(days) };
}

/** Returns the same for a request. @throws Invalid with each filter whose record the actor can't see */
export async function requireResolved(
  context: ReadContext<Member>,
  given: TaskFilters,
): Promise<TaskFilters> {
  const { filters, unknown } = await resolveTaskFilters(context, given);
  if (unknown.length > 0) throw unknownFilters(unknown);
  return withDays(filters, context.now, context.actor.workspace.timeZone);
}
