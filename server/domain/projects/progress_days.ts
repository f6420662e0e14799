import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { day } from "../core/fields.ts";
import { keys } from "../core/keys.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { type TaskStatus, taskStatuses } from "../vocabulary.ts";
import { andUnhidden } from "../visibility/teams.ts";
import { FORECAST_DAYS, forecastOf } from "./forecast.ts";
import { locateProject } from "./locate.ts";
import { dayOf } from "./recount.ts";
import type { Progress, ProgressDay, ProgressOverTime } from "./schema.ts";

/** How many days are told at most; of a longer time every so many, and always the last. */
const MOST_DAYS = 60;

/**
 * How many tasks a project had in which status at the end of each day, of the teams that the actor sees, and between which
 * days the rest may be done.
 * @throws NotFound
 */
export const progressOverTime = query({
  name: "projects.progressOverTime",
  scope: "projects.read",
  input: z.strictObject({
    projectId: keys.project,
    since: day.optional().describe(
      "The first day, such as 2026-12-03; the first task's, if left out.",
    ),
  }),
  async run(context, { projectId, since }): Promise<ProgressOverTime> {
    const { id } = await locateProject(context, projectId);
    const counts = await readCounts(context, id);
    const begun = counts.find(({ tasks }) => tasks > 0)?.day;
    if (begun === undefined) return { days: [], forecast: null };
    const today = Temporal.PlainDate.from(dayOf(context.now));
    const from = later(begun, since?.slice(0, 10) ?? begun);
    const latest = later(begun, today.subtract({ days: FORECAST_DAYS - 1 }).toString());
    return {
      days: atEndOf(daysUntil(today, from), counts),
      forecast: forecastOf(atEndOf(daysUntil(today, latest), counts)),
    };
  },
});

/** How many tasks of a team had a status at the end of a day on which that changed. */
interface Count {
  team_id: string;
  status: TaskStatus;
  day: string;
  tasks: number;
}

/** What a project counted, by day. */
async function readCounts(
  { db, actor, now }: ReadContext<Member>,
  projectId: string,
): Promise<Count[]> {
  const { rows } = await sql<Count>`
    select team_id, status, day, tasks from project_progress_days
    where project_id = ${projectId} ${andUnhidden(actor, "team_id")}
    union all
    select team_id, status, iif(day = '', ${dayOf(now)}, day), tasks from project_task_counts
    where owner_id = ${projectId} ${andUnhidden(actor, "team_id")}
    order by day`.execute(db);
  return rows;
}

function later(day: string, other: string): string {
  return day > other ? day : other;
}

/** At most so many days, evenly, with the last; none where the first is later than that. */
function daysUntil(last: Temporal.PlainDate, first: string): string[] {
  const { days } = Temporal.PlainDate.from(first).until(last, { largestUnit: "days" });
  const step = Math.ceil((days + 1) / MOST_DAYS);
  return Array.from(
    { length: days < 0 ? 0 : Math.floor(days / step) + 1 },
    (_, back) => last.subtract({ days: back * step }).toString(),
  ).toReversed();
}

/** A project's progress at the end of each of some days. @param counts by day */
function atEndOf(days: readonly string[], counts: readonly Count[]): ProgressDay[] {
  const now = new Map<string, Count>();
  let next = 0;
  return days.map((day) => {
    for (; next < counts.length && counts[next]!.day <= day; next++) {
      const count = counts[next]!;
      now.set(`${count.team_id} ${count.status}`, count);
    }
    return { day, ...sumOf([...now.values()]) };
  });
}

function sumOf(counts: readonly Count[]): Progress {
  const of = (status: TaskStatus) =>
    counts.reduce((sum, one) => sum + (one.status === status ? one.tasks : 0), 0);
  const perStatus = Object.fromEntries(taskStatuses.map((one) => [one, of(one)]));
  return {
    total: counts.reduce((sum, { tasks }) => sum + tasks, 0),
    ...perStatus as Omit<Progress, "total">,
  };
}
