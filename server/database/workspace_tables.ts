import type { TaskStatus } from "../domain/vocabulary.ts";
import type { Generated } from "kysely";

/** Workspaces, who is in them, and how their work is cut. */
export interface WorkspaceTables {
  workspaces: WorkspacesTable;
  profiles: ProfilesTable;
  workflows: WorkflowsTable;
  workflow_states: WorkflowStatesTable;
  state_successors: StateSuccessorsTable;
  teams: TeamsTable;
  team_members: TeamMembersTable;
  task_labels: TaskLabelsTable;
}

type Flag = 0 | 1;

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
  /** What the name is compared by: `nameKey`. */
  name_key: string;
  is_default: Generated<Flag>;
  created_at: string;
  version: Generated<number>;
  archived_at: Generated<string | null>;
}

interface WorkflowStatesTable {
  id: string;
  workflow_id: string;
  name: string;
  status: TaskStatus;
  position: number;
  /** Of a state that its workflow has no more; tasks still say that they were given it. */
  removed_at: Generated<string | null>;
}

/** Which state of a workflow stands in for one that isn't, or is no more, one of its own. */
interface StateSuccessorsTable {
  workflow_id: string;
  state_id: string;
  successor_id: string;
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
  /** What the name is compared by: `nameKey`. */
  name_key: string;
  color: string;
  description: string | null;
  created_at: string;
  archived_at: string | null;
  version: Generated<number>;
}
