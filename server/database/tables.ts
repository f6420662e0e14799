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
  automations: AutomationsTable;
  automation_teams: AutomationTeamsTable;
  agents: AgentsTable;
  credentials: CredentialsTable;
  automation_tokens: AutomationTokensTable;
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

interface AutomationsTable {
  id: string;
  workspace_id: string;
  /** Its own profile: the author of what it does without an agent. */
  profile_id: string;
  name: string;
  description: string | null;
  provider_type: string;
  /** A JSON array. */
  scopes: string;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  suspended_at: string | null;
}

/** The teams an automation is kept to; without a row it reaches every team that is not private. */
interface AutomationTeamsTable {
  automation_id: string;
  team_id: string;
}

interface AgentsTable {
  id: string;
  workspace_id: string;
  automation_id: string;
  profile_id: string;
  role: "member" | "commentator";
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  suspended_at: string | null;
}

/** A person's access tokens and the automations' secrets; dead ones too, because history names them. */
interface CredentialsTable {
  id: string;
  kind: "pat" | "automation";
  user_id: string | null;
  automation_id: string | null;
  /** The workspace that a person's token starts in. */
  workspace_id: string | null;
  label: string;
  /** How the secret starts, to tell it by. */
  prefix: string;
  hash: string;
  /** A JSON array; an automation's scopes are its own. */
  scopes: string | null;
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  revoked_at: string | null;
}

/** What an automation's secret was exchanged for. */
interface AutomationTokensTable {
  hash: string;
  credential_id: string;
  expires_at: string;
}
