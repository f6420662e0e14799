import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { day } from "../core/fields.ts";
import { keys } from "../core/keys.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { type TaskStatus, taskStatuses } from "../vocabulary.ts";
import { andUnhidden } from "../visibility/teams.ts";
import { forecastOf } from "./forecast.ts";
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
    const all = await everyDay(context, id);
    const from = since?.slice(0, 10) ?? "";
    return {
      days: someOf(all.filter(({ day }) => day >= from)),
      forecast: forecastOf(all),
    };
  },
});

/** Each day from a project's first task to today. */
async function everyDay(
  { db, actor, now }: ReadContext<Member>,
  projectId: string,
): Promise<ProgressDay[]> {
  const today = dayOf(now);
  const { rows } = await sql<{ team_id: string; status: TaskStatus; day: string; tasks: number }>`
    select team_id, status, day, tasks from project_progress_days
    where project_id = ${projectId} ${andUnhidden(actor, "team_id")}
    union all
    select team_id, status, iif(day = '', ${today}, day), tasks from project_task_counts
    where owner_id = ${projectId} ${andUnhidden(actor, "team_id")}
    order by day`.execute(db);
  const counts = new Map<string, { status: TaskStatus; tasks: number }>();
  const days: ProgressDay[] = [];
  const begun = rows.find(({ tasks }) => tasks > 0);
  if (!begun) return [];
  let next = 0;
  for (let day = begun.day; day <= today; day = after(day)) {
    for (; next < rows.length && rows[next]!.day <= day; next++) {
      const { team_id, status, tasks } = rows[next]!;
      counts.set(`${team_id} ${status}`, { status, tasks });
    }
    days.push({ day, ...sumOf([...counts.values()]) });
  }
  return days;
}

function sumOf(counts: readonly { status: TaskStatus; tasks: number }[]): Progress {
  const of = (status: TaskStatus) =>
    counts.reduce((sum, one) => sum + (one.status === status ? one.tasks : 0), 0);
  const perStatus = Object.fromEntries(taskStatuses.map((one) => [one, of(one)]));
  return {
    total: counts.reduce((sum, { tasks }) => sum + tasks, 0),
    ...perStatus as Omit<Progress, "total">,
  };
}

/** At most so many of the days, evenly, with the last. */
function someOf(days: ProgressDay[]): ProgressDay[] {
  const step = Math.ceil(days.length / MOST_DAYS);
  return days.filter((_, at) => (days.length - 1 - at) % step === 0);
}

function after(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
