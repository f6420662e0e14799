import { type Kysely, sql } from "kysely";

/** What people began to say about tasks and didn't send. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // The version is the moment of saving in milliseconds, so that none is given twice, also after the text is gone
  `create table unsent_comments (
    profile_id text not null references profiles (id),
    task_id text not null references tasks (id),
    body text not null,
    version integer not null,
    saved_at text not null,
    primary key (profile_id, task_id)
  ) strict, without rowid`,
  `create index unsent_comments_of_person on unsent_comments (profile_id, saved_at, task_id)`,
  `create index unsent_comments_by_age on unsent_comments (saved_at)`,
];
