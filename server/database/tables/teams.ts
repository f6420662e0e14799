import type { Generated } from "kysely";
import type { TaskStatus } from "../../domain/vocabulary.ts";

/** Teams and their workflows. */
export interface TeamTables {
  workflows: WorkflowsTable;
  workflow_states: WorkflowStatesTable;
  state_successors: StateSuccessorsTable;
  teams: TeamsTable;
  team_former_keys: TeamFormerKeysTable;
  team_members: TeamMembersTable;
}

type Flag = 0 | 1;

interface WorkflowsTable {
  id: string;
  workspace_id: string;
  name: string;
  /** The name in normalized form: `nameKey`. */
  name_key: string;
  is_default: Generated<Flag>;
  version: Generated<number>;
  created_at: string;
  archived_at: string | null;
}

interface WorkflowStatesTable {
  id: string;
  workflow_id: string;
  name: string;
  status: TaskStatus;
  position: number;
  /** Set for a state that was removed from its workflow. Tasks can still refer to it. */
  removed_at: string | null;
}

/** The replacement, in a workflow, for a state that isn't part of it. */
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
  /** The number of tasks that aren't archived, which `BACKLOG_TASK_LIMIT` limits. */
  task_count: Generated<number>;
  version: Generated<number>;
  created_at: string;
  archived_at: string | null;
}

/** Former keys of teams, whose references keep working. */
interface TeamFormerKeysTable {
  workspace_id: string;
  key: string;
  team_id: string;
  given_up_at: string;
}

interface TeamMembersTable {
  team_id: string;
  profile_id: string;
  role: "lead" | "member" | "commentator";
  created_at: string;
}
