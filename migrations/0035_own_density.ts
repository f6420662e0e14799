import { type Kysely, sql } from "kysely";

/** How high the rows of lists are that somebody says nothing else of. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "alter table users add column density text not null default 'comfortable'",
  `create trigger users_tell_density
    after update of density on users when old.density is not new.density
  begin
    insert into news (seq, topic)
      values ((select ifnull(max(seq), 0) + 1 from news), 'preferences:' || new.id)
      on conflict (topic) do update set seq = excluded.seq;
  end`,
];
