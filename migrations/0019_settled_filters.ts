import { type Kysely, sql } from "kysely";

/**
 * More filters of lists of tasks, and their indexes. Saved views keep the ids of what they filter by, where some kept a
 * label's name or a project's key until now; a name that stood for nothing still does.
 */
// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function up(db: Kysely<any>): Promise<void> {
  await settleViews(db);
  for (const statement of indexes) await sql.raw(statement).execute(db);
}

// deno-lint-ignore no-explicit-any -- see migrations/index.ts
export async function settleViews(db: Kysely<any>): Promise<void> {
  const { rows } = await sql<Row>`
    select id, workspace_id, kind, filters from views
    where filters ->> '$.label' is not null or filters ->> '$.projectId' is not null`.execute(db);
  for (const row of rows) {
    const filters: Record<string, string> = JSON.parse(row.filters);
    const label = await labelId(db, row, filters.label);
    const projectId = await idOfProject(db, row, filters.projectId);
    const settled = { ...filters, ...(label && { label }), ...(projectId && { projectId }) };
    await sql`update views set filters = ${JSON.stringify(settled)} where id = ${row.id}`
      .execute(db);
  }
}

/** For lists by who made a task, by milestone and by deadline, where tasks without one come last either way. */
const indexes = [
  `create index tasks_by_creator on tasks (creator_id, id) where archived_at is null`,
  `create index tasks_by_milestone on tasks (milestone_id, id)
    where archived_at is null and milestone_id is not null`,
  `create index tasks_newest_due on tasks (workspace_id, id, deadline_at)
    where archived_at is null and deadline_at is not null`,
  `drop index tasks_by_deadline`,
  `create index tasks_by_deadline on tasks (workspace_id, ifnull(deadline_at, '~'), id)
    where archived_at is null`,
  `create index tasks_by_deadline_back on tasks (workspace_id, ifnull(deadline_at, ''), id)
    where archived_at is null`,
  `drop index tasks_by_project_deadline`,
  `create index tasks_by_project_deadline on tasks (project_id, ifnull(deadline_at, '~'), id)
    where archived_at is null and project_id is not null`,
  `create index tasks_by_project_deadline_back on tasks (project_id, ifnull(deadline_at, ''), id)
    where archived_at is null and project_id is not null`,
  // What a task was called before, for what finds it by that
  `create index task_former_references_by_task on task_former_references (task_id)`,
];

interface Row {
  id: string;
  workspace_id: string;
  kind: "task" | "project";
  filters: string;
}

// deno-lint-ignore no-explicit-any -- see migrations/index.ts
async function labelId(db: Kysely<any>, { workspace_id, kind }: Row, label: string | undefined) {
  if (label === undefined || nameKey(label) === "none") return label && "none";
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(`${kind}_labels`)}
    where workspace_id = ${workspace_id} and (id = ${label} or name_key = ${nameKey(label)})
    order by id = ${label} desc, archived_at is null desc, id limit 1`.execute(db);
  return rows[0]?.id;
}

// deno-lint-ignore no-explicit-any -- see migrations/index.ts
async function idOfProject(db: Kysely<any>, { workspace_id }: Row, key: string | undefined) {
  if (key === undefined || key === "none") return key;
  const { rows } = await sql<{ id: string }>`
    select id from projects where workspace_id = ${workspace_id} and key = ${key.toUpperCase()}
    union all
    select project_id from project_former_keys
    where workspace_id = ${workspace_id} and key = ${key.toUpperCase()} limit 1`.execute(db);
  return rows[0]?.id;
}

/** The key of a name as `server/domain/name_key.ts` had it on this day. */
function nameKey(name: string): string {
  const folded = Array.from(
    name.normalize("NFKC").toLowerCase(),
    (letter) => letter === "ı" ? letter : letter.toUpperCase().toLowerCase(),
  );
  return folded.join("").normalize("NFKC");
}
