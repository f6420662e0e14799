import { type Kysely, sql } from "kysely";

/**
 * How a project's progress was at the end of each day on which it changed, by team and status as it is counted. What was
 * before this is worked out from the tasks that are in a project now, and what history tells of their statuses.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Whether a row of tasks counts: in a project, published, not archived. */
const counted = (row: "old" | "new") =>
  `${row}.project_id is not null and ${row}.draft = 0 and ${row}.archived_at is null`;

/** Counts one task more (or, with -1, one less) for its project and its milestone, on the day of the change. */
const count = (row: "old" | "new", by: 1 | -1) =>
  ["project_id", "milestone_id"].map((owner) => `
    insert into project_task_counts (owner_id, team_id, status, tasks, day)
    select ${row}.${owner}, ${row}.team_id, ${row}.status, ${by}, substr(new.updated_at, 1, 10)
    where ${counted(row)} and ${row}.${owner} is not null
    on conflict (owner_id, team_id, status) do update
    set tasks = tasks + ${by}, day = max(day, excluded.day);`).join("");

/** Whether a change of a status says which it was and is: what can't be read is left out. */
const readable = `iif(json_valid(h.data),
  json_type(h.data, '$.from') = 'text' and json_type(h.data, '$.to') = 'text', 0)`;

const statements = [
  // The day, in UTC, of the last change of the count
  `alter table project_task_counts add column day text not null default ''`,
  `update project_task_counts set day = date('now')`,
  `create table project_progress_days (
    project_id text not null,
    team_id text not null references teams (id),
    status text not null,
    day text not null,
    tasks integer not null,
    primary key (project_id, team_id, status, day)
  ) strict, without rowid`,
  `drop trigger tasks_counted_when_changed`,
  `create trigger tasks_counted_when_changed
    after update of project_id, milestone_id, team_id, status, draft, archived_at on tasks
    when (old.project_id is not null or new.project_id is not null) and (
      old.project_id is not new.project_id or old.milestone_id is not new.milestone_id
      or old.team_id <> new.team_id or old.status <> new.status or old.draft <> new.draft
      or (old.archived_at is null) <> (new.archived_at is null))
  begin
    ${count("old", -1)}
    ${count("new", 1)}
  end`,
  // The first change of another day keeps what the day before ended in
  `create trigger projects_keep_progress after update on project_task_counts
    when new.day > old.day and old.day <> '' and old.owner_id glob 'proj_*' begin
    insert into project_progress_days (project_id, team_id, status, day, tasks)
    values (old.owner_id, old.team_id, old.status, old.day, old.tasks)
    on conflict (project_id, team_id, status, day) do update set tasks = excluded.tasks;
  end`,
  `insert into project_progress_days (project_id, team_id, status, day, tasks)
    with counted as (
      select id, project_id, team_id, status, created_at from tasks
      where project_id is not null and draft = 0 and archived_at is null),
    moves as (
      select t.project_id, t.team_id, coalesce((
          select json_extract(h.data, '$.from') from activity h
          where h.subject_id = t.id and h.kind = 'task.status_changed' and ${readable}
          order by h.seq limit 1),
        t.status) as status, substr(t.created_at, 1, 10) as day, 1 as tasks
      from counted t
      union all
      select t.project_id, t.team_id, json_extract(h.data, '$.to'), substr(h.created_at, 1, 10), 1
      from counted t join activity h on h.subject_id = t.id and h.kind = 'task.status_changed'
      where ${readable}
      union all
      select t.project_id, t.team_id, json_extract(h.data, '$.from'), substr(h.created_at, 1, 10), -1
      from counted t join activity h on h.subject_id = t.id and h.kind = 'task.status_changed'
      where ${readable}),
    days as (
      select project_id, team_id, status, day, sum(tasks) as tasks from moves group by 1, 2, 3, 4)
    select project_id, team_id, status, day,
      sum(tasks) over (partition by project_id, team_id, status order by day) from days`,
];
