import { type Kysely, sql } from "kysely";

/**
 * The orders of lists of projects, archived ones among them: which are is told from the index itself. And a project's
 * former keys, found by the project.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create index projects_by_update on projects (workspace_id, updated_at, id, archived_at)`,
  `create index projects_by_name on projects (workspace_id, name collate nocase, id, archived_at)`,
  `create index projects_by_priority on projects (workspace_id, priority, id, archived_at)`,
  `create index projects_by_target
    on projects (workspace_id, coalesce(target_date, '~'), id, archived_at)`,
  `create index project_former_keys_by_project on project_former_keys (project_id, key)`,
];
