import { type Kysely, sql } from "kysely";

/** Which comments came in with a task from another program: what is said there later comes in, and nothing twice. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw(`create table imported_comments (
    task_id text not null references tasks (id),
    foreign_key text not null,
    primary key (task_id, foreign_key)
  ) strict, without rowid`).execute(db);
}
