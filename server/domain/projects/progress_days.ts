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

/** The maximum number of days. A longer time has fewer days at equal distances, and always the last. */
const MOST_DAYS = 60;

/**
 * Returns the number of a project's tasks in each status at the end of each day, for visible teams, with a forecast.
 * @throws NotFound
 */
export const progressOverTime = query({
  name: "projects.progressOverTime",
  scope: "projects.read",
  input: z.strictObject({
    projectId: keys.project,
    since: day.optional().describe(
      "First day, such as 2026-12-03. Defaults to the day of the first task.",
    ),
  }),
  async run(context, { projectId, since }): Promise<ProgressOverTime> {
    const { id } = await locateProject(context, projectId);
    const series = await readSeries(context, id);
    const [begun] = series.flatMap(({ counts }) => counts.find((one) => tasksOf(one) > 0) ?? [])
      .map(dayIn).toSorted();
    if (begun === undefined) return { days: [], forecast: null };
    const today = Temporal.PlainDate.from(dayOf(context.now));
    const from = later(begun, since?.slice(0, 10) ?? begun);
    const latest = later(begun, today.subtract({ days: FORECAST_DAYS - 1 }).toString());
    return {
      days: atEndOf(daysUntil(today, from), series),
      forecast: forecastOf(atEndOf(daysUntil(today, latest), series)),
    };
  },
});

/** The counts of a team's tasks in a status, at the end of each day with a change: `2026-12-03 12`, in order. */
interface Series {
  status: TaskStatus;
  counts: string[];
}

/** The length of a date. */
const DAY = "2026-12-03".length;
const dayIn = (count: string) => count.slice(0, DAY);
const tasksOf = (count: string) => Number(count.slice(DAY));

/**
 * Reads a project's counts by day. A long project has thousands, so each series is read as one text, which costs a
 * ninth of a row each.
 */
async function readSeries(
  { db, actor, now }: ReadContext<Member>,
  projectId: string,
): Promise<Series[]> {
  const { rows } = await sql<{ of: string; status: TaskStatus; counts: string }>`
    select team_id || status as "of", status, group_concat(day || ' ' || tasks) as counts
    from project_progress_days
    where project_id = ${projectId} ${andUnhidden(actor, "team_id")} group by team_id, status
    union all
    select team_id || status, status, iif(day = '', ${dayOf(now)}, day) || ' ' || tasks
    from project_task_counts
    where owner_id = ${projectId} ${andUnhidden(actor, "team_id")}`.execute(db);
  return [...Map.groupBy(rows, ({ of }) => of).values()].map((parts) => ({
    status: parts[0]!.status,
    counts: parts.flatMap(({ counts }) => counts.split(",").sort()),
  }));
}

function later(day: string, other: string): string {
  return day > other ? day : other;
}

/**
 * Returns at most this many days at equal distances, always with the last one. Returns none if the first is later than
 * the last.
 */
function daysUntil(last: Temporal.PlainDate, first: string): string[] {
  const { days } = Temporal.PlainDate.from(first).until(last, { largestUnit: "days" });
  const step = Math.ceil((days + 1) / MOST_DAYS);
  return Array.from(
    { length: days < 0 ? 0 : Math.floor(days / step) + 1 },
    (_, back) => last.subtract({ days: back * step }).toString(),
  ).toReversed();
}

/** Returns a project's progress at the end of consecutive days. */
function atEndOf(days: readonly string[], series: readonly Series[]): ProgressDay[] {
  const reached = series.map((one) => ({ ...one, next: 0 }));
  return days.map((day) => {
    const progress: Progress = { total: 0, ...nothing };
    // After all counts of the day
    const end = `${day}~`;
    for (const one of reached) {
      while (one.next < one.counts.length && one.counts[one.next]! < end) one.next++;
      const tasks = one.next > 0 ? tasksOf(one.counts[one.next - 1]!) : 0;
      progress.total += tasks;
      progress[one.status] += tasks;
    }
    return { day, ...progress };
  });
}

const nothing = Object.fromEntries(taskStatuses.map((status) => [status, 0])) as Omit<
  Progress,
  "total"
>;
