import { type Kysely, sql } from "kysely";

/** Renames columns to the words of the API, and the requester in the activity of approval requests. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  "alter table activity rename column door to interface",
  "alter table audit rename column door to interface",
  "alter table activity rename column taken_back_at to undone_at",
  "alter table approvals rename column asker_id to requester_id",
  `update activity set data = replace(data, '"asker":', '"requester":')
    where kind in ('task.approved', 'task.declined', 'task.approval_withdrawn',
      'task.approval_reopened')`,
];
