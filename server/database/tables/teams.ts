import type { Generated } from "kysely";
import type { TaskStatus } from "../../domain/vocabulary.ts";

/** Teams, and the workflows that their tasks go through. */
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
  /** What the name is compared by: `nameKey`. */
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
  /** Of a state that its workflow has no more; tasks still say that they were given it. */
  removed_at: string | null;
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
  version: Generated<number>;
  created_at: string;
  archived_at: string | null;
}

/** Keys that teams had before: references made of them keep working. */
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
