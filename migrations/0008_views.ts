import { type Kysely, sql } from "kysely";

/** Saved views, who follows them, and what people pinned. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table views (
    id text primary key,
    workspace_id text not null references workspaces (id),
    key text not null,
    kind text not null check (kind in ('task', 'project')),
    scope text not null check (scope in ('personal', 'team', 'project', 'workspace')),
    team_id text references teams (id),
    project_id text,
    owner_id text not null references profiles (id),
    name text not null,
    description text,
    layout text not null check (layout in ('list', 'board')),
    filters text not null,
    grouping text not null,
    sorting text not null,
    subscribers integer not null default 0,
    version integer not null default 1,
    created_at text not null,
    updated_at text not null,
    archived_at text,
    unique (workspace_id, key)
  ) strict`,
  `create index views_in_order on views (workspace_id, name collate nocase, id)
    where archived_at is null`,

  `create table view_subscriptions (
    view_id text not null references views (id),
    profile_id text not null references profiles (id),
    created_at text not null,
    primary key (view_id, profile_id)
  ) strict, without rowid`,
  // How many subscribe to a view: every write of a task looks for those that anybody does
  `create index views_subscribed_to on views (workspace_id, kind)
    where archived_at is null and subscribers > 0`,
  `create trigger views_count_subscribers after insert on view_subscriptions begin
    update views set subscribers = subscribers + 1 where id = new.view_id;
  end`,
  `create trigger views_count_fewer_subscribers after delete on view_subscriptions begin
    update views set subscribers = subscribers - 1 where id = old.view_id;
  end`,

  `create table favorites (
    profile_id text not null references profiles (id),
    kind text not null check (kind in ('task', 'project', 'view', 'team')),
    subject_id text not null,
    created_at text not null,
    primary key (profile_id, kind, subject_id)
  ) strict, without rowid`,
];
