import { type RawBuilder, sql } from "kysely";
import type { Db, Services } from "../core/operation.ts";

/** The number of rows per write, with their parts, so that other writes don't wait long. */
const SLICE = 500;

/** A kind of row, which is erased in slices once nothing refers to it. */
interface Kind {
  table: string;
  /** The condition for rows of the workspace. */
  rows: string;
  /** The column that identifies a row; its ID by default. */
  key?: "seq";
  /** Tables with parts of a row, which are erased first, with the column that refers to it. */
  parts?: readonly (readonly [table: string, column: string])[];
  /** The condition for other references to the rows. */
  before?: string;
  /** Whether the search index includes the rows. */
  found?: true;
  slice?: number;
}

const ofWorkspace = "workspace_id = :workspace";
const within = (column: string, table: string) =>
  `${column} in (select id from ${table} where ${ofWorkspace})`;

/** All kinds of rows in a workspace, starting with those that refer to others. A test checks that nothing is left. */
const kinds: readonly Kind[] = [
  { table: "notifications", rows: within("recipient_id", "profiles") },
  {
    table: "notifications",
    rows: `${within("subject_id", "invitations")} and recipient_id in (select u.id
      from invitations i join users u on u.email = i.email where i.${ofWorkspace})`,
  },
  {
    table: "tasks",
    rows: within("team_id", "teams"),
    parts: [
      ["task_relations", "other_id"],
      ...[
        "task_former_references",
        "task_label_links",
        "task_relations",
        "task_resources",
        "imported_tasks",
        "imported_comments",
        "task_follows",
        "comments",
        "approvals",
      ].map((table) => [table, "task_id"] as const),
    ],
    before: "update tasks set parent_id = null where parent_id in :ids",
    found: true,
    slice: 100,
  },
  { table: "activity", rows: ofWorkspace, key: "seq" },
  { table: "audit", rows: ofWorkspace, key: "seq" },
  { table: "views", rows: ofWorkspace, parts: [["view_subscriptions", "view_id"]], found: true },
  {
    table: "milestones",
    rows: within("project_id", "projects"),
    parts: [["project_task_counts", "owner_id"]],
  },
  {
    table: "projects",
    rows: ofWorkspace,
    parts: [
      ["project_task_counts", "owner_id"],
      ["project_dependencies", "blocker_id"],
      ...[
        "project_dependencies",
        "project_former_keys",
        "project_progress_days",
        "project_updates",
        "project_label_links",
        "project_members",
        "project_teams",
      ].map((table) => [table, "project_id"] as const),
    ],
    found: true,
    slice: 100,
  },
  ...["project_templates", "project_labels", "task_templates", "task_labels"].map((table) => ({
    table,
    rows: ofWorkspace,
  })),
  { table: "invitations", rows: ofWorkspace, parts: [["invitation_teams", "invitation_id"]] },
  { table: "agents", rows: ofWorkspace },
  { table: "credentials", rows: within("automation_id", "automations") },
  { table: "automations", rows: ofWorkspace, parts: [["automation_teams", "automation_id"]] },
  {
    table: "teams",
    rows: ofWorkspace,
    parts: [["team_members", "team_id"]],
    before: `delete from team_former_keys where ${ofWorkspace}`,
    found: true,
  },
  {
    table: "workflow_states",
    rows: within("workflow_id", "workflows"),
    before: `delete from state_successors where ${within("workflow_id", "workflows")}`,
  },
  { table: "workflows", rows: ofWorkspace },
  // The database searches whole tables for references to a row
  {
    table: "profiles",
    rows: ofWorkspace,
    parts: [["favorites", "profile_id"], ["recents", "profile_id"]],
    found: true,
    slice: 1,
  },
];

/**
 * Erases the data of deleted workspaces in slices, and finally the workspaces. An interrupted run continues later, and
 * several processes can run it at once.
 */
export async function eraseWorkspaces({ database }: Pick<Services, "database">): Promise<void> {
  const deleted = await database.read.selectFrom("workspaces").select("id")
    .where("deleted_at", ">", "").orderBy("deleted_at").execute();
  for (const { id } of deleted) {
    for (const kind of kinds) {
      while (await database.write((tx) => eraseSlice(tx, kind, id)) > 0);
    }
    await database.write((tx) => tx.deleteFrom("workspaces").where("id", "=", id).execute());
  }
}

/** @returns the number of deleted rows */
async function eraseSlice(tx: Db, kind: Kind, workspaceId: string): Promise<number> {
  const { table, key = "id", rows, parts = [], before, found, slice = SLICE } = kind;
  const next = await sql<{ id: string | number }>`
    select ${sql.ref(key)} as id from ${sql.table(table)}
    where ${filled(rows, { workspace: sql`${workspaceId}` })} limit ${sql.lit(slice)}`.execute(tx);
  if (next.rows.length === 0) return 0;
  const ids = sql`(select value from json_each(${JSON.stringify(next.rows.map(({ id }) => id))}))`;
  if (before) await filled(before, { workspace: sql`${workspaceId}`, ids }).execute(tx);
  for (const [part, column] of parts) {
    await sql`delete from ${sql.table(part)} where ${sql.ref(column)} in ${ids}`.execute(tx);
  }
  if (found) await forgetDocuments(tx, ids);
  await sql`delete from ${sql.table(table)} where ${sql.ref(key)} in ${ids}`.execute(tx);
  return next.rows.length;
}

async function forgetDocuments(tx: Db, ids: RawBuilder<unknown>): Promise<void> {
  for (const index of ["search_index", "search_index_words"]) {
    await sql`delete from ${sql.table(index)} where rowid in (
      select seq from search_documents where record_id in ${ids})`.execute(tx);
  }
  await sql`delete from search_documents where record_id in ${ids}`.execute(tx);
}

/** Returns SQL with values for `:name`. */
function filled(text: string, values: Record<string, RawBuilder<unknown>>): RawBuilder<unknown> {
  const parts = text.split(/:(\w+)/).map((part, at) => at % 2 ? values[part]! : sql.raw(part));
  return sql.join(parts, sql``);
}
