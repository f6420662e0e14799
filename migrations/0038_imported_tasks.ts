import { type Kysely, sql } from "kysely";

/** Which tasks came in from other programs, by what they are called there: none is made a second time. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql.raw(`create table imported_tasks (
    workspace_id text not null references workspaces (id),
    source text not null,
    foreign_key text not null,
    task_id text not null references tasks (id),
    primary key (workspace_id, source, foreign_key)
  ) strict, without rowid`).execute(db);
  await sql.raw(`create index imported_tasks_by_task on imported_tasks (task_id)`).execute(db);
}
