import type { Generated } from "kysely";
import type { KeptRelation, TaskStatus } from "../../domain/vocabulary.ts";

/** Tasks and related records. */
export interface TaskTables {
  task_labels: TaskLabelsTable;
  tasks: TasksTable;
  task_former_references: TaskFormerReferencesTable;
  task_label_links: TaskLabelLinksTable;
  task_relations: TaskRelationsTable;
  task_resources: TaskResourcesTable;
  task_templates: TaskTemplatesTable;
}

type Flag = 0 | 1;

interface TaskLabelsTable {
  id: string;
  workspace_id: string;
  name: string;
  /** The name in normalized form: `nameKey`. */
  name_key: string;
  color: string;
  description: string | null;
  version: Generated<number>;
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
  status: TaskStatus;
  /** The assigned state; `currentStateId` returns the effective one. */
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
  /** Increases with every change of the record or of data it shows. Used as the ETag. */
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  archived_at: string | null;
  /** The task's position in the team's manual order; `null` means by ID. See `tasks/position_keys.ts`. */
  position: string | null;
  /** The task's position among its parent's sub-tasks. */
  sibling_position: string | null;
  /** JSON: the version of each field's last change. See `change/field_versions.ts`. */
  field_versions: Generated<string>;
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
  kind: KeptRelation;
  other_id: string;
  created_at: string;
}

interface TaskResourcesTable {
  id: string;
  task_id: string;
  title: string;
  url: string;
  creator_id: string;
  version: Generated<number>;
  created_at: string;
}

interface TaskTemplatesTable {
  id: string;
  workspace_id: string;
  name: string;
  /** The name in normalized form: `nameKey`. */
  name_key: string;
  team_id: string | null;
  title: string | null;
  description: string | null;
  /** As in `tasks`; `null` to choose it when creating the task. */
  priority: number | null;
  status: TaskStatus | null;
  assignee_id: string | null;
  /** A JSON array of label IDs. */
  label_ids: Generated<string>;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
}
