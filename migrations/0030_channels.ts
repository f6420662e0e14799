import { type Kysely, sql } from "kysely";

/** How somebody hears of each kind of notification, which was asked of reminders alone; and whether their mail reaches them. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "drop trigger users_tell_update",
  "alter table users add column notifications text not null default '{}'",
  `update users set notifications = '{"reminder":"off"}' where project_reminders = 0`,
  "alter table users drop column project_reminders",
  // Who was brought here from elsewhere, and never came, hasn't read a mail yet
  "alter table users add column verified_at text",
  "update users set verified_at = created_at where id in (select user_id from sessions)",
  `create trigger users_tell_update
    after update of name, theme, shortcuts, sidebar, sidebar_folded, lists, notifications on users
    when old.name is not new.name or old.theme is not new.theme
      or old.shortcuts is not new.shortcuts or old.sidebar is not new.sidebar
      or old.sidebar_folded is not new.sidebar_folded or old.lists is not new.lists
      or old.notifications is not new.notifications
  begin
    insert into news (seq, topic)
      values ((select ifnull(max(seq), 0) + 1 from news), 'preferences:' || new.id)
      on conflict (topic) do update set seq = excluded.seq;
  end`,
];
