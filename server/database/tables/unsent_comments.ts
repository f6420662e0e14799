/** Draft comments. */
export interface UnsentCommentsTables {
  unsent_comments: UnsentCommentsTable;
}

interface UnsentCommentsTable {
  profile_id: string;
  task_id: string;
  body: string;
  /** The time when it was saved, in milliseconds, unique per row. */
  version: number;
  saved_at: string;
}
