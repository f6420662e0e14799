import { type Kysely, sql } from "kysely";

/** Who leads a project under way is reminded of its update: a new kind of notification, and whether somebody wants it. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const columns =
  `id, workspace_id, recipient_id, kind, subject_kind, subject_id, actor_id, comment_id,
  arrived_id, arrivals, data, latest, created_at, read_at, archived_at, reason, snoozed_until`;

/** As they were, but for the kinds: which there are is checked by who writes them, and another one moves no table. */
const table = `create table notifications_of_any_kind (
    id text primary key,
    workspace_id text not null references workspaces (id),
    recipient_id text not null,
    kind text not null,
    subject_kind text not null,
    subject_id text not null,
    actor_id text references profiles (id),
    comment_id text references comments (id),
    arrived_id text,
    arrivals integer not null default 0,
    data text not null,
    latest integer not null default 1,
    created_at text not null,
    read_at text,
    archived_at text,
    reason text not null default '',
    snoozed_until text
  ) strict`;

const shownAt = "coalesce(snoozed_until, created_at)";

const statements = [
  table,
  `insert into notifications_of_any_kind (${columns}) select ${columns} from notifications`,
  "drop table notifications",
  "alter table notifications_of_any_kind rename to notifications",
  `create unique index notifications_latest on notifications (recipient_id, subject_id)
    where latest = 1`,
  `create index notifications_by_subject on notifications (recipient_id, subject_id, id)`,
  `create index notifications_in_inbox on notifications (recipient_id, ${shownAt}, id)
    where latest = 1 and archived_at is null`,
  `create index notifications_unread on notifications (recipient_id, ${shownAt}, id)
    where latest = 1 and archived_at is null and read_at is null`,
  `create index notifications_archived on notifications (recipient_id, ${shownAt}, id)
    where latest = 1 and archived_at is not null`,
  `create index notifications_in_inbox_by_reason
    on notifications (recipient_id, reason, ${shownAt}, id)
    where latest = 1 and archived_at is null`,
  `create index notifications_unread_by_reason
    on notifications (recipient_id, reason, ${shownAt}, id)
    where latest = 1 and archived_at is null and read_at is null`,
  `create index notifications_archived_by_reason
    on notifications (recipient_id, reason, ${shownAt}, id)
    where latest = 1 and archived_at is not null`,
  `create index notifications_by_reading on notifications (recipient_id, read_at)
    where read_at is not null`,

  "alter table users add column project_reminders integer not null default 1",
  "drop trigger users_tell_update",
  `create trigger users_tell_update
    after update of name, theme, shortcuts, sidebar, sidebar_folded, lists, project_reminders on users
    when old.name is not new.name or old.theme is not new.theme
      or old.shortcuts is not new.shortcuts or old.sidebar is not new.sidebar
      or old.sidebar_folded is not new.sidebar_folded or old.lists is not new.lists
      or old.project_reminders is not new.project_reminders
  begin
    insert into news (seq, topic)
      values ((select ifnull(max(seq), 0) + 1 from news), 'preferences:' || new.id)
      on conflict (topic) do update set seq = excluded.seq;
  end`,
  // Whom the server may have to remind, a slice at a time
  `create index projects_under_way on projects (id)
    where status = 'active' and archived_at is null and lead_id is not null`,
];
