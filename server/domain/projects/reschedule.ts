import { sql } from "kysely";
import { z } from "zod";
import { changeRecord } from "../change/change_record.ts";
import type { Member } from "../core/actor.ts";
import { calendarDay } from "../core/days.ts";
import { day } from "../core/fields.ts";
import { keys } from "../core/keys.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { visibleProject } from "../visibility/projects.ts";
import { readListedProjects } from "./list.ts";
import { locateProject, type StoredProject } from "./locate.ts";
import { mayWriteProject } from "./permission.ts";
import type { ChangedProjects, LeftProject } from "./schema.ts";
import { projectRules } from "./update.ts";

/** The body of `POST …/projects/{projectId}/reschedule`. */
const Reschedule = z.strictObject({
  projectId: keys.project,
  version: z.int().optional(),
  sinceVersion: z.int().optional().describe(
    "The version from which it was asked: nothing is changed where somebody changed these dates since.",
  ),
  startDate: day.nullish(),
  targetDate: day.nullish(),
  carry: z.boolean().default(false).describe(
    "`true` moves the projects that wait for it along, as far as they would begin before what they wait for is due.",
  ),
});

/**
 * Changes when a project begins and is due; with `carry` also of those that wait for it, be it through others, each by as
 * many days as it would begin before what it waits for is due. None is moved to earlier days, nor one that is over. All of
 * it is one act.
 * @returns the projects that changed, and those that should have and why they didn't
 * @throws NotFound; Forbidden unless a project writer; Conflict when archived; Stale; Invalid for a target before the start
 */
export const rescheduleProject = operation({
  name: "projects.reschedule",
  scope: "projects.write",
  input: Reschedule,
  async run(
    context,
    { projectId, version, sinceVersion, carry, ...patch },
  ): Promise<ChangedProjects> {
    const project = await locateProject(context, projectId);
    await changeRecord(context, projectRules, project.id, { version, sinceVersion, patch });
    const moved = carry ? await successorsToMove(context, project.id) : { dates: [], left: [] };
    for (const [id, dates] of moved.dates) {
      await changeRecord(context, projectRules, id, { patch: dates });
    }
    const ids = [project.id, ...moved.dates.map(([id]) => id)];
    const projects = await readListedProjects(context, ids);
    return { projects, left: moved.left, activityId: context.act.id ?? null };
  },
});

interface Dates {
  startDate: string | null;
  targetDate: string | null;
}

interface Move {
  dates: [projectId: string, dates: Dates][];
  left: LeftProject[];
}

/** A project that waits for another one. */
type Successor = Pick<
  StoredProject,
  "id" | "key" | "name" | "lead_id" | "start_date" | "target_date"
>;

/**
 * The new days of those that wait for a project, and for those in turn, nearest first. One that the actor may not change
 * stays, and what waits for it alone too.
 */
async function successorsToMove(
  context: WriteContext<Member>,
  projectId: string,
): Promise<Move> {
  const due = new Map<string, string | null>();
  const dates = new Map<string, Dates>();
  const left = new Map<string, LeftProject>();
  const first = await locateProject(context, projectId);
  due.set(first.id, first.target_date);
  const waiting = [first.id];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const end = due.get(id) ?? null;
    if (end === null) continue;
    for (const next of await successorsOf(context, id)) {
      const now = dates.get(next.id) ??
        { startDate: next.start_date, targetDate: next.target_date };
      const begin = now.startDate ?? now.targetDate;
      if (begin === null || begin >= end) continue;
      if (!mayWriteProject(context.actor, next)) {
        left.set(next.id, leftBehind(next, first));
        continue;
      }
      const later = laterBy(context, now, begin, end);
      dates.set(next.id, later);
      due.set(next.id, later.targetDate);
      waiting.push(next.id);
    }
  }
  return { dates: [...dates], left: [...left.values()] };
}

/** Dates moved to later days by as many as lie between two of them. */
function laterBy({ actor }: WriteContext<Member>, dates: Dates, from: string, to: string): Dates {
  const { days } = Temporal.PlainDate.from(from).until(to, { largestUnit: "days" });
  const move = (day: string | null, field: string) =>
    day &&
    calendarDay(
      Temporal.PlainDate.from(day).add({ days }).toString(),
      actor.workspace.timeZone,
      field,
    );
  return {
    startDate: move(dates.startDate, "startDate"),
    targetDate: move(dates.targetDate, "targetDate"),
  };
}

function leftBehind({ id, key }: Successor, first: StoredProject): LeftProject {
  return {
    projectId: id,
    key,
    message: `It begins before ${first.key} is due, and only its lead or a manager may move it.`,
  };
}

/** The projects that wait for one, are under way or to come, and that the actor sees. */
async function successorsOf(
  { db, actor }: ReadContext<Member>,
  projectId: string,
): Promise<Successor[]> {
  const { rows } = await sql<Successor>`
    select p.id, p.key, p.name, p.lead_id, p.start_date, p.target_date
    from project_dependencies d join projects p on p.id = d.project_id
    where d.blocker_id = ${projectId} and p.archived_at is null
      and p.status not in ('completed', 'cancelled') and ${visibleProject(actor, "p")}
    order by p.id`.execute(db);
  return rows;
}
