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
 * Older tasks have shorter histories: some were noted once they were done, and most are done by who noted them, so that
 * nobody else is told. Nobody reads them, and every step and every notification is a write.
 */
const BRIEF_AFTER = 120 * DAY;

/** One change of a task: when, by whom, and which fields. */
export interface Step {
  at: Date;
  by: Person;
  patch: { status?: TaskStatus; assignee?: Person; priority?: Priority };
}

/** How a task starts out, and what becomes of it until today. */
export interface History {
  status: TaskStatus;
  assignee: Person | undefined;
  deadline: Date | undefined;
  steps: Step[];
}

/**
 * Lets a task live: planned, begun, done within weeks, some called off, some never taken up. What would lie in
 * the future doesn't happen, so old tasks are mostly done and young ones are open.
 * @param writers who may change tasks of its team, its creator among them
 */
export function liveThrough(
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

/** Whether a task is so old that little is told of it. */
export function isOld({ createdAt }: { createdAt: Date }, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > BRIEF_AFTER;
}

/** Who does a task, and who may say what becomes of it. */
interface Workers {
  assignee: Person;
  changers: Person[];
}

/** A task that waits in the backlog before somebody plans it; a fifth are never taken up. */
function takenUp(chance: Chance, created: Date, { assignee, changers }: Workers): Step[] {
  if (chance.happens(0.2)) return [];
  const at = later(chance, created, 1, 20);
  const planned: Step = { at, by: chance.pick(changers), patch: { status: "planned", assignee } };
  if (chance.happens(0.2)) planned.patch.priority = chance.pick(["medium", "high"]);
  return [planned, ...workedOn(chance, at, { assignee, changers }, 0.5)];
}

/** @param atOnce how likely it is done without anybody saying that it was begun */
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

/** Near the day it was closed, or near today while it is open. */
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
