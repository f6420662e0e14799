import { sql } from "kysely";
import type { Database } from "../../../server/database/open.ts";
import { expectedCounts, recountProjects } from "../../../server/domain/projects/recount.ts";
import { answer, type Question } from "./ask.ts";

import { type Finding, ok, type Repairable, warning } from "./finding.ts";

const fixIt = 'Run "backlog doctor --fix".';

const unarchived = sql`(select count(*) from tasks t
  where t.team_id = teams.id and t.archived_at is null)`;
const nextNumber = sql`(select coalesce(max(t.number), 0) + 1 from tasks t
  where t.team_id = teams.id)`;

const stored =
  sql`select owner_id, team_id, status, tasks from project_task_counts where tasks <> 0`;

const questions: readonly Question[] = [
  {
    check: "Owners",
    state: "problem",
    wrong:
      sql`select id from workspaces w where w.deleted_at is null and not exists (select 1 from profiles p
      where p.workspace_id = w.id and p.role = 'owner' and p.removed_at is null)`,
    one: "workspace has no owner",
    many: "workspaces have no owner",
    right: "Every workspace has an owner.",
    next: "Restore an earlier backup, or find the last owner in the audit log.",
  },
  {
    check: "Task counters",
    state: "problem",
    wrong: sql`select id from teams where task_count <> ${unarchived}`,
    one: "team has a wrong task count",
    many: "teams have wrong task counts",
    right: "Task counts of all teams are correct.",
    next: fixIt,
    repair: (tx) =>
      sql`update teams set task_count = ${unarchived} where task_count <> ${unarchived}`
        .execute(tx),
  },
  {
    check: "Task numbers",
    state: "problem",
    wrong: sql`select id from teams where next_number < ${nextNumber}`,
    one: "team would assign a task number twice",
    many: "teams would assign a task number twice",
    right: "The next task numbers are free.",
    next: fixIt,
    repair: (tx) =>
      sql`update teams set next_number = ${nextNumber} where next_number < ${nextNumber}`
        .execute(tx),
  },
  {
    check: "Project counts",
    state: "problem",
    wrong: sql`select distinct owner_id as id from (
      select * from (select * from (${expectedCounts}) except ${stored})
      union all select * from (${stored} except select * from (${expectedCounts})))`,
    one: "project or milestone has a wrong task count",
    many: "projects or milestones have wrong task counts",
    right: "Task counts of all projects and milestones are correct.",
    next: fixIt,
    repair: recountProjects,
  },
];

/** Checks whether records are consistent with each other and with the clock. */
export async function examineRecords(database: Database, now: Date): Promise<Repairable[]> {
  const found: Repairable[] = [];
  for (const question of questions) found.push(await answer(database, question));
  return [...found, await clock(database, now), await timeZones(database)];
}

async function clock(database: Database, now: Date): Promise<Finding> {
  const check = "Clock";
  const newest = await database.read.selectFrom("activity").select("created_at")
    .orderBy("seq", "desc").limit(1).executeTakeFirst();
  const said = now.toISOString();
  return newest && Date.parse(newest.created_at) > now.getTime() + 60_000
    ? warning(
      check,
      `The clock shows ${said}, but the newest change is from ${newest.created_at}.`,
      "Correct this machine's clock, and keep it in sync with NTP.",
    )
    : ok(check, `The clock shows ${said}.`);
}

async function timeZones(database: Database): Promise<Finding> {
  const rows = await database.read.selectFrom("workspaces").select("time_zone").distinct()
    .execute();
  const unknown = rows.map((row) => row.time_zone).filter((zone) => !isKnown(zone));
  return unknown.length > 0
    ? warning(
      "Time zones",
      `Time zones unknown on this machine: ${unknown.join(", ")}.`,
      "Choose another time zone in the workspace settings, or update the system's time zones.",
    )
    : ok("Time zones", "All workspace time zones are valid.");
}

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }) !== undefined;
  } catch {
    return false;
  }
}
