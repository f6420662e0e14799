import { sql } from "kysely";
import type { Database } from "../../../server/database/open.ts";
import { expectedCounts, recountProjects } from "../../../server/domain/projects/recount.ts";
import { answer, type Question } from "./ask.ts";

import { type Finding, type Mendable, ok, warning } from "./finding.ts";

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
    right: "Every workspace has one.",
    next: "Restore a backup from before, or see in the workspace's audit who left last.",
  },
  {
    check: "Task counters",
    state: "problem",
    wrong: sql`select id from teams where task_count <> ${unarchived}`,
    one: "team miscounts its tasks",
    many: "teams miscount their tasks",
    right: "Teams count their tasks right.",
    next: fixIt,
    mend: (tx) =>
      sql`update teams set task_count = ${unarchived} where task_count <> ${unarchived}`
        .execute(tx),
  },
  {
    check: "Task numbers",
    state: "problem",
    wrong: sql`select id from teams where next_number < ${nextNumber}`,
    one: "team would give a number twice",
    many: "teams would give a number twice",
    right: "The next ones are free.",
    next: fixIt,
    mend: (tx) =>
      sql`update teams set next_number = ${nextNumber} where next_number < ${nextNumber}`
        .execute(tx),
  },
  {
    check: "Project counts",
    state: "problem",
    wrong: sql`select distinct owner_id as id from (
      select * from (select * from (${expectedCounts}) except ${stored})
      union all select * from (${stored} except select * from (${expectedCounts})))`,
    one: "project or milestone miscounts its tasks",
    many: "projects or milestones miscount their tasks",
    right: "Projects and milestones count their tasks right.",
    next: fixIt,
    mend: recountProjects,
  },
];

/** Whether the records agree with one another, and with the time. */
export async function examineRecords(database: Database, now: Date): Promise<Mendable[]> {
  const found: Mendable[] = [];
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
      `It says ${said}, and the newest change is from ${newest.created_at}.`,
      "Set this machine's clock, with a time service if it has none.",
    )
    : ok(check, `It says ${said}.`);
}

async function timeZones(database: Database): Promise<Finding> {
  const rows = await database.read.selectFrom("workspaces").select("time_zone").distinct()
    .execute();
  const unknown = rows.map((row) => row.time_zone).filter((zone) => !isKnown(zone));
  return unknown.length > 0
    ? warning(
      "Time zones",
      `${unknown.join(", ")} is not known to this machine.`,
      "Choose another in the workspace's settings, or update the system's time zones.",
    )
    : ok("Time zones", "Those of the workspaces are known.");
}

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }) !== undefined;
  } catch {
    return false;
  }
}
