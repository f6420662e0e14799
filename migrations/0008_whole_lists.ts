import { type Kysely, sql } from "kysely";

/** Lists that show archived labels and templates too read their own workspace's alone, and no other's. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await sql`create index task_labels_by_workspace on task_labels (workspace_id, name collate nocase)`
    .execute(db);
  await sql`
    create index task_templates_by_workspace on task_templates (workspace_id, name collate nocase)`
    .execute(db);
}
