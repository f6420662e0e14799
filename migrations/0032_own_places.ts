import { type Kysely, sql } from "kysely";

/** Where somebody is, which page their workspace opens with, and which day their weeks begin with. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "alter table users add column start_page text not null default 'inbox'",
  "alter table users add column time_zone text",
  "alter table users add column week_start text not null default 'monday'",
  `create trigger users_tell_places
    after update of start_page, time_zone, week_start on users
    when old.start_page is not new.start_page or old.time_zone is not new.time_zone
      or old.week_start is not new.week_start
  begin
    insert into news (seq, topic)
      values ((select ifnull(max(seq), 0) + 1 from news), 'preferences:' || new.id)
      on conflict (topic) do update set seq = excluded.seq;
  end`,
];
