import { type Kysely, sql } from "kysely";

/**
 * A task keeps the state that it was given. Where its team's workflow has that state no more, or never had, the state
 * that stands in for it is written here once, instead of into every task.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql`alter table workflow_states add column removed_at text`.execute(db);
  await sql`
    create table state_successors (
      workflow_id text not null references workflows (id),
      state_id text not null references workflow_states (id),
      successor_id text not null references workflow_states (id),
      primary key (workflow_id, state_id)
    ) strict, without rowid`.execute(db);
  // No task is looked up by its state any more
  await sql`drop index tasks_by_state`.execute(db);
}
