import type { Generated } from "kysely";

/** The tables as they stand after the last migration. Times are ISO 8601 text in UTC, flags are 0 or 1. */
export interface Tables {
  users: UsersTable;
  one_time_codes: OneTimeCodesTable;
  sign_in_locks: SignInLocksTable;
  sessions: SessionsTable;
  session_tokens: SessionTokensTable;
  workspaces: WorkspacesTable;
  profiles: ProfilesTable;
  workflows: WorkflowsTable;
  workflow_states: WorkflowStatesTable;
  teams: TeamsTable;
  team_members: TeamMembersTable;
  task_labels: TaskLabelsTable;
  tasks: TasksTable;
  task_former_references: TaskFormerReferencesTable;
  task_label_links: TaskLabelLinksTable;
  task_relations: TaskRelationsTable;
  comments: CommentsTable;
  activity: ActivityTable;
  search_documents: SearchDocumentsTable;
  search_index: SearchIndexTable;
  projects: ProjectsTable;
  project_former_keys: ProjectFormerKeysTable;
  project_teams: ProjectTeamsTable;
  project_members: ProjectMembersTable;
  project_labels: ProjectLabelsTable;
  project_label_links: ProjectLabelLinksTable;
  milestones: MilestonesTable;
  project_updates: ProjectUpdatesTable;
  project_dependencies: ProjectDependenciesTable;
  project_templates: ProjectTemplatesTable;
  project_task_counts: ProjectTaskCountsTable;
}

type Flag = 0 | 1;
type Status = "backlogged" | "planned" | "progressed" | "completed" | "cancelled";

interface UsersTable {
  id: string;
  email: string;
  name: string;
  theme: Generated<"system" | "light" | "dark">;
  created_at: string;
}

interface OneTimeCodesTable {
  email: string;
  purpose: "signin" | "signup";
  salt: string;
  code_hash: string;
  sent_at: string;
  expires_at: string;
}

interface SignInLocksTable {
  email: string;
  failures: number;
  last_failure_at: string;
  locked_until: string | null;
}

interface SessionsTable {
  id: string;
  user_id: string;
  kind: "browser" | "api";
  label: string;
  workspace_id: string | null;
  created_at: string;
  last_seen_at: string;
  revoked_at: string | null;
}

interface SessionTokensTable {
  hash: string;
  session_id: string;
  kind: "cookie" | "access" | "refresh";
  expires_at: string;
  used_at: string | null;
}

interface WorkspacesTable {
  id: string;
  name: string;
  time_zone: Generated<string>;
  /** Grows when a name that task records show changes (a label, a state, a person): part of their ETag. */
  revision: Generated<number>;
  created_at: string;
}

interface ProfilesTable {
  id: string;
  workspace_id: string;
  user_id: string | null;
  kind: "human" | "agent";
  role: "owner" | "admin" | "member" | null;
  name: string;
  username: string;
  title: string | null;
  bio: string | null;
  created_at: string;
  removed_at: string | null;
}

interface WorkflowsTable {
  id: string;
  workspace_id: string;
  name: string;
  is_default: Generated<Flag>;
  created_at: string;
}

interface WorkflowStatesTable {
  id: string;
  workflow_id: string;
  name: string;
  status: Status;
  position: number;
}

interface TeamsTable {
  id: string;
  workspace_id: string;
  key: string;
  name: string;
  description: string | null;
  expertise_area: string | null;
  private: Generated<Flag>;
  workflow_id: string;
  next_number: Generated<number>;
  /** Tasks that are not archived: what `BACKLOG_TASK_LIMIT` counts. */
  task_count: Generated<number>;
  created_at: string;
  archived_at: string | null;
}

interface TeamMembersTable {
  team_id: string;
  profile_id: string;
  role: "lead" | "member" | "commentator";
  created_at: string;
}

interface TaskLabelsTable {
  id: string;
  workspace_id: string;
  name: string;
  color: string;
  description: string | null;
  created_at: string;
  archived_at: string | null;
}

interface TasksTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  team_id: string;
  number: number;
  title: string;
  description: string | null;
  status: Status;
  state_id: string;
  /** 0 none, 1 low, 2 medium, 3 high, 4 urgent. */
  priority: Generated<number>;
  assignee_id: string | null;
  creator_id: string;
  parent_id: string | null;
  project_id: string | null;
  milestone_id: string | null;
  deadline_at: string | null;
  draft: Generated<Flag>;
  /** Grows with every change of the record or of what it shows; its ETag. */
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  archived_at: string | null;
}

interface TaskFormerReferencesTable {
  workspace_id: string;
  reference: string;
  task_id: string;
}

interface TaskLabelLinksTable {
  task_id: string;
  label_id: string;
}

interface TaskRelationsTable {
  task_id: string;
  /** `blockedBy` is `blocks` seen from the other side. */
  kind: "blocks" | "relatesTo" | "duplicates";
  other_id: string;
  created_at: string;
}

interface CommentsTable {
  id: string;
  workspace_id: string;
  task_id: string;
  author_id: string;
  body: string;
  created_at: string;
  edited_at: string | null;
  deleted_at: string | null;
}

interface ActivityTable {
  seq: Generated<number>;
  id: string;
  workspace_id: string;
  subject_kind: string;
  subject_id: string;
  kind: string;
  actor_id: string | null;
  credential_id: string | null;
  door: "web" | "api" | "cli" | "system";
  data: string;
  created_at: string;
}

interface SearchDocumentsTable {
  seq: Generated<number>;
  workspace_id: string;
  kind: string;
  record_id: string;
}

interface SearchIndexTable {
  rowid: number;
  keys: string;
  title: string;
  body: string;
}

type Health = "onTrack" | "atRisk" | "offTrack";

interface ProjectsTable {
  id: string;
  workspace_id: string;
  key: string;
  name: string;
  summary: string | null;
  description: string | null;
  lead_id: string | null;
  creator_id: string;
  /** As a task's. */
  priority: Generated<number>;
  /** What it shows, be it derived or overridden; triggers keep a derived one. */
  status: Generated<"backlog" | "planned" | "active" | "completed" | "cancelled">;
  status_source: Generated<"derived" | "override">;
  /** That of the latest update. */
  health: Health | null;
  /** Dates without a time, as is `target_date`: `2026-12-03`. */
  start_date: string | null;
  target_date: string | null;
  /** Grows with every change that somebody makes; what `If-Match` is held against. */
  version: Generated<number>;
  /** Grows with every change of its tasks' counts; the second half of its ETag. */
  progress_version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
}

interface ProjectFormerKeysTable {
  workspace_id: string;
  key: string;
  project_id: string;
}

interface ProjectTeamsTable {
  project_id: string;
  team_id: string;
}

interface ProjectMembersTable {
  project_id: string;
  profile_id: string;
}

interface ProjectLabelsTable {
  id: string;
  workspace_id: string;
  name: string;
  color: string;
  description: string | null;
  created_at: string;
  archived_at: string | null;
}

interface ProjectLabelLinksTable {
  project_id: string;
  label_id: string;
}

interface MilestonesTable {
  id: string;
  project_id: string;
  name: string;
  description: string | null;
  target_date: string | null;
  position: number;
  created_at: string;
  archived_at: string | null;
}

interface ProjectUpdatesTable {
  id: string;
  project_id: string;
  author_id: string;
  health: Health;
  body: string;
  created_at: string;
}

interface ProjectDependenciesTable {
  /** Waits for the blocker. */
  project_id: string;
  blocker_id: string;
  created_at: string;
}

interface ProjectTemplatesTable {
  id: string;
  workspace_id: string;
  name: string;
  description: string | null;
  /** JSON: what a project made from it starts with. */
  defaults: string;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
}

interface ProjectTaskCountsTable {
  /** A project or a milestone. */
  owner_id: string;
  team_id: string;
  status: Status;
  tasks: number;
}
