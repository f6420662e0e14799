import type { Generated } from "kysely";
import type {
  AuditTable,
  InvitationsTable,
  InvitationTeamsTable,
  TeamFormerKeysTable,
} from "./administration_tables.ts";
import type { ConversationTables } from "./conversation_tables.ts";
import type { ProjectTables } from "./project_tables.ts";

/** The tables as they stand after the last migration. Times are ISO 8601 text in UTC, flags are 0 or 1. */
export interface Tables extends ConversationTables, ProjectTables {
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
  team_former_keys: TeamFormerKeysTable;
  invitations: InvitationsTable;
  invitation_teams: InvitationTeamsTable;
  audit: AuditTable;
  idempotency_keys: IdempotencyKeysTable;
  views: ViewsTable;
  view_subscriptions: ViewSubscriptionsTable;
  favorites: FavoritesTable;
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
  version: Generated<number>;
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
  version: Generated<number>;
}

interface WorkflowsTable {
  id: string;
  workspace_id: string;
  name: string;
  is_default: Generated<Flag>;
  created_at: string;
  version: Generated<number>;
  archived_at: Generated<string | null>;
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
  version: Generated<number>;
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
  version: Generated<number>;
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
  version: Generated<number>;
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

interface IdempotencyKeysTable {
  owner_id: string;
  key: string;
  /** Method, path and body, hashed: the same key for something else is refused. */
  fingerprint: string;
  /** JSON text; null where the answer showed a secret. */
  answer: string | null;
  created_at: string;
}

interface ViewsTable {
  id: string;
  workspace_id: string;
  key: string;
  kind: "task" | "project";
  scope: "personal" | "team" | "project" | "workspace";
  team_id: string | null;
  project_id: string | null;
  owner_id: string;
  name: string;
  description: string | null;
  layout: "list" | "board";
  /** JSON: the filters as their list's query takes them. */
  filters: string;
  grouping: string;
  sorting: string;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
}

interface ViewSubscriptionsTable {
  view_id: string;
  profile_id: string;
  created_at: string;
}

interface FavoritesTable {
  profile_id: string;
  kind: "task" | "project" | "view" | "team";
  subject_id: string;
  created_at: string;
}
