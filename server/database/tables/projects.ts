import type { Generated } from "kysely";
import type { Health, ProjectStatus, TaskStatus } from "../../domain/vocabulary.ts";

/** Projects with what belongs to them, and the counts of their tasks. */
export interface ProjectTables {
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
  project_progress_days: ProjectProgressDaysTable;
}

interface ProjectsTable {
  id: string;
  workspace_id: string;
  key: string;
  name: string;
  summary: string | null;
  description: string | null;
  lead_id: string | null;
  creator_id: string;
  /** Priorities as for tasks. */
  priority: Generated<number>;
  /** The current status, derived or overridden. Triggers update a derived one. */
  status: Generated<ProjectStatus>;
  status_source: Generated<"derived" | "override">;
  /** The status that subscribers of project views last got a notification about. */
  status_told: string | null;
  /** The health in the latest update. */
  health: Health | null;
  /** Dates without a time, as is `target_date`: `2026-12-03`. */
  start_date: string | null;
  target_date: string | null;
  /** Increases with every change by a person or program. `If-Match` is compared with it. */
  version: Generated<number>;
  /** Increases with every change of the project's task counts. The second half of its ETag. */
  progress_version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
  /** JSON: the version of each field's last change. See `change/field_versions.ts`. */
  field_versions: Generated<string>;
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
  /** The name in normalized form: `nameKey`. */
  name_key: string;
  color: string;
  description: string | null;
  version: Generated<number>;
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
  /** The name in normalized form: `nameKey`. */
  name_key: string;
  description: string | null;
  target_date: string | null;
  position: number;
  version: Generated<number>;
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
  /** Blocked by the blocker. */
  project_id: string;
  blocker_id: string;
  created_at: string;
}

interface ProjectTemplatesTable {
  id: string;
  workspace_id: string;
  name: string;
  /** The name in normalized form: `nameKey`. */
  name_key: string;
  description: string | null;
  /** JSON: the fields of a new project from this template. */
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
  status: TaskStatus;
  tasks: number;
  /** The day of the last change, in UTC; empty if unknown. */
  day: Generated<string>;
}

/** A project's task counts at the end of each day with a change. */
interface ProjectProgressDaysTable {
  project_id: string;
  team_id: string;
  status: TaskStatus;
  /** In UTC. */
  day: string;
  tasks: number;
}
