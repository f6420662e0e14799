/** What came in from other programs. */
export interface ImportedTasksTables {
  imported_tasks: ImportedTasksTable;
}

interface ImportedTasksTable {
  workspace_id: string;
  /** The program: `linear`. */
  source: string;
  /** What the task is called there; for what has no name there, what tells it apart. */
  foreign_key: string;
  task_id: string;
}
