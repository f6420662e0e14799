import {
  closedStatuses,
  type Priority,
  type TaskStatus,
} from "../../../server/domain/vocabulary.ts";
import type { Chance } from "./chance.ts";
import { workingHour } from "./calendar.ts";
import type { Person } from "./people.ts";

const DAY = 86_400_000;
/**
 * Older tasks have less activity: some were created after the work was done, and most are done by their creator, so that
 * there are no notifications. Nobody reads old activity, and every step and notification costs a write.
 */
const BRIEF_AFTER = 120 * DAY;

/** A change of a task: time, actor, and fields. */
export interface Step {
  at: Date;
  by: Person;
  patch: { status?: TaskStatus; assignee?: Person; priority?: Priority };
}

/** A task's initial fields, and its changes until today. */
export interface History {
  status: TaskStatus;
  assignee: Person | undefined;
  deadline: Date | undefined;
  steps: Step[];
}

/**
 * Plans a task's life: planned, started, and done within weeks; some are cancelled, some never started. Changes in the
 * future are left out, so old tasks are mostly done and new ones open.
 * @param writers people who can change tasks of its team, including its creator
 */
export function planTaskHistory(
  chance: Chance,
  { createdAt: created, creator, writers }: { createdAt: Date; creator: Person; writers: Person[] },
  now: Date,
): History {
  const brief = isOld({ createdAt: created }, now);
  if (brief && chance.happens(0.4)) return notedWhenDone(creator);
  const assignee = brief && chance.happens(0.8) ? creator : chance.pick(writers);
  const plannedAtOnce = chance.happens(brief ? 0.9 : 0.6);
  const changers = brief ? [assignee] : writers;
  const all = plannedAtOnce
    ? workedOn(chance, created, { assignee, changers }, brief ? 0.9 : 0.5)
    : takenUp(chance, created, { assignee, changers });
  const steps = all.filter((step) => step.at < now);
  return {
    status: plannedAtOnce ? "planned" : "backlogged",
    assignee: plannedAtOnce && chance.happens(0.9) ? assignee : undefined,
    deadline: deadlineFor(chance, created, now, steps),
    steps,
  };
}

function notedWhenDone(assignee: Person): History {
  return { status: "completed", assignee, deadline: undefined, steps: [] };
}

/** Returns whether a task is so old that it has little activity. */
export function isOld({ createdAt }: { createdAt: Date }, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > BRIEF_AFTER;
}

/** A task's assignee, and the people who change it. */
interface Workers {
  assignee: Person;
  changers: Person[];
}

/** Plans a task that stays in the backlog first. A fifth are never started. */
function takenUp(chance: Chance, created: Date, { assignee, changers }: Workers): Step[] {
  if (chance.happens(0.2)) return [];
  const at = later(chance, created, 1, 20);
  const planned: Step = { at, by: chance.pick(changers), patch: { status: "planned", assignee } };
  if (chance.happens(0.2)) planned.patch.priority = chance.pick(["medium", "high"]);
  return [planned, ...workedOn(chance, at, { assignee, changers }, 0.5)];
}

/** @param atOnce the likelihood of completion without "in progress" */
function workedOn(
  chance: Chance,
  from: Date,
  { assignee, changers }: Workers,
  atOnce: number,
): Step[] {
  const begun = later(chance, from, 1, 14);
  if (chance.happens(0.08)) {
    return [{ at: begun, by: chance.pick(changers), patch: { status: "cancelled" } }];
  }
  const done = later(chance, begun, 1, 10);
  const finish: Step = { at: done, by: assignee, patch: { status: "completed", assignee } };
  if (chance.happens(atOnce)) return [finish];
  return [{ at: begun, by: assignee, patch: { status: "progressed", assignee } }, finish];
}

/** Returns a day near the task's closing, or near today for an open task. */
function deadlineFor(chance: Chance, created: Date, now: Date, steps: Step[]): Date | undefined {
  if (!chance.happens(0.35)) return undefined;
  const last = steps.at(-1);
  const closed = last?.patch.status && closedStatuses.includes(last.patch.status);
  const near = closed ? last.at : now;
  const day = near.getTime() + chance.between(closed ? -2 : -6, closed ? 8 : 30) * DAY;
  return new Date(Math.max(day, created.getTime() + DAY));
}

function later(chance: Chance, from: Date, fewest: number, most: number): Date {
  const days = chance.between(fewest, most) + chance.next();
  return workingHour(chance, new Date(from.getTime() + days * DAY));
}
