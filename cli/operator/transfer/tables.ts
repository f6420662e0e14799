/**
 * The tables of an export, in the order of their references, with the condition for a workspace's rows. A test compares
 * this list and the next with the schema.
 */
export const exportedTables: readonly (readonly [table: string, rows: string])[] = [
  ["workspaces", "id = :workspace"],
  ["profiles", "workspace_id = :workspace"],
  ["workflows", "workspace_id = :workspace"],
  ["workflow_states", "workflow_id in (select id from workflows where workspace_id = :workspace)"],
  ["state_successors", "workflow_id in (select id from workflows where workspace_id = :workspace)"],
  ["teams", "workspace_id = :workspace"],
  ["team_former_keys", "workspace_id = :workspace"],
  ["team_members", "team_id in (select id from teams where workspace_id = :workspace)"],
  ["task_labels", "workspace_id = :workspace"],
  ["project_labels", "workspace_id = :workspace"],
  ["projects", "workspace_id = :workspace"],
  ["project_former_keys", "workspace_id = :workspace"],
  ["project_teams", ofProject("project_id")],
  ["project_members", ofProject("project_id")],
  ["project_label_links", ofProject("project_id")],
  ["milestones", ofProject("project_id")],
  ["project_updates", ofProject("project_id")],
  ["project_dependencies", ofProject("project_id")],
  ["project_templates", "workspace_id = :workspace"],
  ["tasks", "workspace_id = :workspace"],
  ["task_former_references", "workspace_id = :workspace"],
  ["task_label_links", ofTask("task_id")],
  ["task_relations", ofTask("task_id")],
  ["comments", "workspace_id = :workspace"],
  ["approvals", "workspace_id = :workspace"],
  ["task_follows", ofTask("task_id")],
  ["task_resources", ofTask("task_id")],
  ["imported_tasks", "workspace_id = :workspace"],
  ["imported_comments", ofTask("task_id")],
  ["task_templates", "workspace_id = :workspace"],
  ["views", "workspace_id = :workspace"],
  ["view_subscriptions", "view_id in (select id from views where workspace_id = :workspace)"],
  ["favorites", "profile_id in (select id from profiles where workspace_id = :workspace)"],
  ["automations", "workspace_id = :workspace"],
  [
    "automation_teams",
    "automation_id in (select id from automations where workspace_id = :workspace)",
  ],
  ["agents", "workspace_id = :workspace"],
  [
    "notifications",
    "workspace_id = :workspace and recipient_id in " +
    "(select id from profiles where workspace_id = :workspace)",
  ],
  ["invitations", "workspace_id = :workspace"],
  [
    "invitation_teams",
    "invitation_id in (select id from invitations where workspace_id = :workspace)",
  ],
  ["activity", "workspace_id = :workspace"],
  ["audit", "workspace_id = :workspace"],
];

function ofProject(column: string): string {
  return `${column} in (select id from projects where workspace_id = :workspace)`;
}
function ofTask(column: string): string {
  return `${column} in (select id from tasks where workspace_id = :workspace)`;
}

/** Tables that aren't exported, with the reason. */
export const leftOutTables: Readonly<Record<string, string>> = {
  users: "exported as separate lines, with the email address",
  one_time_codes: "a secret",
  sign_in_locks: "only valid on this server",
  sessions: "a secret's owner",
  session_tokens: "a secret",
  credentials: "a secret",
  automation_tokens: "a secret",
  unsent_comments: "private to their authors",
  recents: "private to each person",
  idempotency_keys: "kept for only a day",
  outbox: "emails not sent yet",
  news: "updates for open pages",
  secrets: "only valid on this server",
  unmailed_addresses: "hashed with this server's secret",
  schema_migrations: "only valid on this server",
  project_task_counts: "rebuilt from the tasks",
  project_progress_days: "rebuilt from the tasks and their activity",
  search_documents: "rebuilt from the records",
  search_index: "rebuilt from the records",
  search_index_words: "rebuilt from the records",
};

/**
 * Columns that aren't exported: counts that triggers would count twice, data for undo, and deletion times, because
 * deleted workspaces aren't exported.
 */
export const columnsLeftOut: Readonly<Record<string, readonly string[]>> = {
  workspaces: ["deleted_at"],
  views: ["subscribers"],
  activity: ["act_id", "undo", "undone_at"],
};

/** Columns that refer to a record without a foreign key. */
export const furtherReferences: Readonly<Record<string, readonly string[]>> = {
  tasks: ["project_id", "milestone_id"],
  views: ["project_id"],
  favorites: ["subject_id"],
  notifications: ["recipient_id"],
};
