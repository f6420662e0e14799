import { type Kysely, sql } from "kysely";

/** Lists by name are read a page at a time from an index in their order. */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create index teams_in_order on teams (workspace_id, name collate nocase, id)`,
  `create index profiles_in_order on profiles (workspace_id, name collate nocase, id)
    where removed_at is null`,
  `create index views_in_order on views (workspace_id, name collate nocase, id)
    where archived_at is null`,
  `drop index project_labels_by_workspace`,
  `create index project_labels_in_order on project_labels (workspace_id, name collate nocase, id)`,
  `drop index project_templates_by_workspace`,
  `create index project_templates_in_order
    on project_templates (workspace_id, name collate nocase, id)`,
];
