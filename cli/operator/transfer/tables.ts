/**
 * What of a workspace an export holds: its tables, those that others point at first, and which of a table's rows are
 * the workspace's. A test holds this list and the next against the schema, so that no new table is forgotten.
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

/** What no export holds, and why. */
export const leftOutTables: Readonly<Record<string, string>> = {
  users: "people go by their addresses, a line each",
  one_time_codes: "a secret",
  sign_in_locks: "this server's own",
  sessions: "a secret's owner",
  session_tokens: "a secret",
  credentials: "a secret",
  automation_tokens: "a secret",
  unsent_comments: "nobody's but theirs who began them",
  recents: "what somebody looked at, and nobody else's to know",
  idempotency_keys: "answers for a day",
  outbox: "what is mailed from here",
  news: "what pages that are open here show anew",
  secrets: "this server's own",
  unmailed_addresses: "known by this server's own secret alone",
  schema_migrations: "this server's own",
  project_task_counts: "made anew from the tasks",
  project_progress_days: "made anew from the tasks and their history",
  search_documents: "made anew from the records",
  search_index: "made anew from the records",
  search_index_words: "made anew from the records",
};

/**
 * Columns that don't travel: those that triggers keep by counting rows of other tables would count twice, what was
 * done on another server isn't taken back here, and what is deleted isn't exported.
 */
export const columnsLeftOut: Readonly<Record<string, readonly string[]>> = {
  workspaces: ["deleted_at"],
  views: ["subscribers"],
  activity: ["act_id", "undo", "undone_at"],
};

/** Columns that point at a record without the database knowing of it. */
export const furtherReferences: Readonly<Record<string, readonly string[]>> = {
  tasks: ["project_id", "milestone_id"],
  views: ["project_id"],
  favorites: ["subject_id"],
  notifications: ["recipient_id"],
};
