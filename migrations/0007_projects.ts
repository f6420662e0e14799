import { type Kysely, sql } from "kysely";

/** Projects with what belongs to them, and the counts of their tasks. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of [...projects, ...labels, ...parts, ...counts]) {
    await sql.raw(statement).execute(db);
  }
}

const projects = [
  `create table projects (
    id text primary key,
    workspace_id text not null references workspaces (id),
    key text not null,
    name text not null,
    summary text,
    description text,
    lead_id text references profiles (id),
    creator_id text not null references profiles (id),
    priority integer not null default 0 check (priority between 0 and 4),
    status text not null default 'backlog'
      check (status in ('backlog', 'planned', 'active', 'completed', 'cancelled')),
    status_source text not null default 'derived' check (status_source in ('derived', 'override')),
    status_told text,
    health text check (health in ('onTrack', 'atRisk', 'offTrack')),
    start_date text,
    target_date text,
    version integer not null default 1,
    progress_version integer not null default 1,
    created_at text not null,
    updated_at text not null,
    archived_at text,
    unique (workspace_id, key)
  ) strict`,
  `create index projects_newest on projects (workspace_id, id) where archived_at is null`,
  `create index projects_by_status on projects (workspace_id, status, id) where archived_at is null`,
  `create index projects_by_lead on projects (lead_id, id) where archived_at is null`,
  `create index projects_by_date on projects (workspace_id, coalesce(start_date, target_date), id)
    where archived_at is null`,
  // Lists with the archived ones too: which are is told from the index itself
  `create index projects_whole on projects (workspace_id, id)`,
  `create index projects_by_update on projects (workspace_id, updated_at, id, archived_at)`,
  `create index projects_by_name on projects (workspace_id, name collate nocase, id, archived_at)`,
  `create index projects_by_priority on projects (workspace_id, priority, id, archived_at)`,
  `create index projects_by_target
    on projects (workspace_id, coalesce(target_date, '~'), id, archived_at)`,
  // A project whose key was changed keeps answering to the one it had
  `create table project_former_keys (
    workspace_id text not null references workspaces (id),
    key text not null,
    project_id text not null references projects (id),
    primary key (workspace_id, key)
  ) strict, without rowid`,
  `create index project_former_keys_by_project on project_former_keys (project_id, key)`,
  `create table project_teams (
    project_id text not null references projects (id),
    team_id text not null references teams (id),
    primary key (project_id, team_id)
  ) strict, without rowid`,
  `create index project_teams_by_team on project_teams (team_id, project_id)`,
  `create table project_members (
    project_id text not null references projects (id),
    profile_id text not null references profiles (id),
    primary key (project_id, profile_id)
  ) strict, without rowid`,
  `create index project_members_by_profile on project_members (profile_id, project_id)`,
];

const labels = [
  `create table project_labels (
    id text primary key,
    workspace_id text not null references workspaces (id),
    name text not null,
    name_key text not null,
    color text not null,
    description text,
    version integer not null default 1,
    created_at text not null,
    archived_at text
  ) strict`,
  `create index project_labels_in_order on project_labels (workspace_id, name collate nocase, id)`,
  `create unique index project_labels_by_name on project_labels (workspace_id, name_key)
    where archived_at is null`,
  `create table project_label_links (
    project_id text not null references projects (id),
    label_id text not null references project_labels (id),
    primary key (project_id, label_id)
  ) strict, without rowid`,
  `create index project_label_links_by_label on project_label_links (label_id, project_id)`,
];

const parts = [
  `create table milestones (
    id text primary key,
    project_id text not null references projects (id),
    name text not null,
    name_key text not null,
    description text,
    target_date text,
    position integer not null,
    version integer not null default 1,
    created_at text not null,
    archived_at text
  ) strict`,
  `create index milestones_by_project on milestones (project_id)`,
  `create index milestones_in_order on milestones (project_id, position) where archived_at is null`,
  `create unique index milestones_by_name on milestones (project_id, name_key)
    where archived_at is null`,
  `create table project_updates (
    id text primary key,
    project_id text not null references projects (id),
    author_id text not null references profiles (id),
    health text not null check (health in ('onTrack', 'atRisk', 'offTrack')),
    body text not null,
    created_at text not null
  ) strict`,
  `create index project_updates_newest on project_updates (project_id, id)`,
  // The project waits for its blocker
  `create table project_dependencies (
    project_id text not null references projects (id),
    blocker_id text not null references projects (id),
    created_at text not null,
    primary key (project_id, blocker_id)
  ) strict, without rowid`,
  `create index project_dependencies_by_blocker on project_dependencies (blocker_id, project_id)`,
  `create table project_templates (
    id text primary key,
    workspace_id text not null references workspaces (id),
    name text not null,
    name_key text not null,
    description text,
    defaults text not null,
    version integer not null default 1,
    created_at text not null,
    updated_at text not null,
    archived_at text
  ) strict`,
  `create index project_templates_in_order
    on project_templates (workspace_id, name collate nocase, id)`,
  `create unique index project_templates_by_name on project_templates (workspace_id, name_key)
    where archived_at is null`,
];

/** What a project's status follows from, over the counts `c` of all its tasks. */
const derivedStatus = `case
  when coalesce(sum(c.tasks), 0) = 0 then 'backlog'
  when sum(iif(c.status = 'cancelled', c.tasks, 0)) = sum(c.tasks) then 'cancelled'
  when sum(iif(c.status in ('completed', 'cancelled'), c.tasks, 0)) = sum(c.tasks) then 'completed'
  when sum(iif(c.status in ('progressed', 'completed'), c.tasks, 0)) > 0 then 'active'
  when sum(iif(c.status = 'planned', c.tasks, 0)) > 0 then 'planned'
  else 'backlog' end`;

/** Whether a row of tasks counts: in a project, published, not archived. */
const counted = (row: "old" | "new") =>
  `${row}.project_id is not null and ${row}.draft = 0 and ${row}.archived_at is null`;

/** Counts one task more (or, with -1, one less) for its project and its milestone. */
const count = (row: "old" | "new", by: 1 | -1) =>
  ["project_id", "milestone_id"].map((owner) => `
    insert into project_task_counts (owner_id, team_id, status, tasks)
    select ${row}.${owner}, ${row}.team_id, ${row}.status, ${by}
    where ${counted(row)} and ${row}.${owner} is not null
    on conflict (owner_id, team_id, status) do update set tasks = tasks + ${by};`).join("");

const followCounts = `
  update projects set progress_version = progress_version + 1,
    status = iif(status_source = 'override', status,
      (select ${derivedStatus} from project_task_counts c where c.owner_id = projects.id))
  where id = new.owner_id;`;

const counts = [
  // How many tasks a project or a milestone (the owner) has in each status, by team, so that nobody counts tasks
  // they may not see. Triggers keep the counts, so that they are right whoever writes to tasks
  `create table project_task_counts (
    owner_id text not null,
    team_id text not null references teams (id),
    status text not null,
    tasks integer not null,
    primary key (owner_id, team_id, status)
  ) strict, without rowid`,
  // None on new tasks, which are put into their project by an update: for an insert with a trigger SQLite first copies
  // every page that it writes to, of all the indexes, a third of a new task's time
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
  `create trigger projects_follow_first_count after insert on project_task_counts begin
    ${followCounts}
  end`,
  `create trigger projects_follow_counts after update on project_task_counts begin
    ${followCounts}
  end`,
  // What a project shows of those that it waits for, and of those that wait for it
  `create trigger projects_follow_neighbours after update of status, archived_at on projects
    when old.status <> new.status or old.archived_at is not new.archived_at begin
    update projects set progress_version = progress_version + 1 where id in (
      select blocker_id from project_dependencies where project_id = new.id
      union select project_id from project_dependencies where blocker_id = new.id);
  end`,
  `create trigger projects_follow_tasks_again after update of status_source on projects
    when new.status_source = 'derived' begin
    update projects set status =
      (select ${derivedStatus} from project_task_counts c where c.owner_id = new.id)
    where id = new.id;
  end`,
];
