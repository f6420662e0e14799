import { type Kysely, sql } from "kysely";

/** The order by hand of a task's sub-tasks. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Null is the task's own id: sub-tasks stand in the order in which they were made until somebody places one
  `alter table tasks add column sibling_position text`,
  `create index tasks_by_sibling_position on tasks (parent_id, ifnull(sibling_position, id), id)
    where archived_at is null and parent_id is not null`,
];
