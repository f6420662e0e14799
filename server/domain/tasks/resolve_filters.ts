import type { Member } from "../core/actor.ts";
import { calendarDay, dayBegin } from "../core/days.ts";
import { type FieldError, Invalid, NotFound } from "../core/errors.ts";
import { locateLabel } from "../labels/locate.ts";
import { taskLabels } from "../labels/kinds.ts";
import { nameKey } from "../core/name_key.ts";
import type { ReadContext } from "../core/operation.ts";
import { locateProfile } from "../profiles/locate.ts";
import { locateProject, locateProjectId } from "../projects/locate.ts";
import { locateAnyTeam } from "../teams/locate.ts";
import { locateTask } from "./locate.ts";
import type { TaskFilters } from "./schema.ts";

/**
 * Filters with the ids of all that they name, and times as they are stored; `me` and `none` stay words. What isn't
 * here for the actor is told.
 */
export interface ResolvedFilters {
  filters: TaskFilters;
  unknown: FieldError[];
}

type Lookup = (context: ReadContext<Member>, word: string) => Promise<string>;

/** What each filter that names a record takes, and how its id is found. Each throws NotFound. */
const lookups = {
  teamId: async (context, word) => (await locateAnyTeam(context, word)).id,
  projectId: locateProjectId,
  assigneeId: locateProfile,
  label: async (context, word) => (await locateLabel(context, taskLabels, word)).id,
  creatorId: locateProfile,
  parentId: async (context, word) => (await locateTask(context, word)).id,
  milestoneId: milestoneInSight,
} as const satisfies Partial<Record<keyof TaskFilters, Lookup>>;

/** A milestone is there for whom its project is. */
async function milestoneInSight(context: ReadContext<Member>, id: string): Promise<string> {
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
  throw new NotFound(`There is no milestone ${id} here.`);
}

const names = Object.keys(lookups) as (keyof typeof lookups)[];

/** Filters by when something is or was, and what they are compared with. */
const times = {
  updatedSince: dayBegin,
  deadlineAfter: calendarDay,
  deadlineBefore: calendarDay,
} as const;
const timeNames = Object.keys(times) as (keyof typeof times)[];

/** Words that stand for no record of their own. */
const ownWords: Partial<Record<keyof TaskFilters, readonly string[]>> = {
  projectId: ["none"],
  assigneeId: ["me", "none"],
  creatorId: ["me"],
  label: ["none"],
};

/**
 * Looks up, once for a request, what filters name, so that lists compare ids alone. What is archived, or somebody who
 * left, can be asked for too: there are tasks of theirs.
 */
export async function resolveTaskFilters(
  context: ReadContext<Member>,
  filters: TaskFilters,
): Promise<ResolvedFilters> {
  const resolved = { ...filters };
  for (const name of timeNames) {
    const value = filters[name];
    if (value !== undefined) {
      resolved[name] = times[name](value, context.actor.workspace.timeZone, name);
    }
  }
  const unknown: FieldError[] = [];
  for (const name of names) {
    const word = filters[name];
    if (word === undefined) continue;
    const own = ownWords[name]?.find((one) => one === (name === "label" ? nameKey(word) : word));
    try {
      resolved[name] = own ?? await lookups[name](context, word);
    } catch (error) {
      if (!(error instanceof NotFound)) throw error;
      unknown.push({ path: [name], message: error.message });
    }
  }
  return { filters: resolved, unknown };
}

/** The same for a list that somebody asks for now. @throws Invalid naming each filter whose record isn't here */
export async function requireResolved(
  context: ReadContext<Member>,
  given: TaskFilters,
): Promise<TaskFilters> {
  const { filters, unknown } = await resolveTaskFilters(context, given);
  if (unknown.length > 0) throw new Invalid(unknown, { code: "unknown_filter" });
  return filters;
}
