/** Imported tasks. */
export interface ImportedTasksTables {
  imported_tasks: ImportedTasksTable;
}

interface ImportedTasksTable {
  workspace_id: string;
  /** The tool: `linear`. */
  source: string;
  /** The task's ID in the other tool, or a hash that identifies it. */
  foreign_key: string;
  task_id: string;
}
