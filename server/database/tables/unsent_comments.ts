/** What people began to say about tasks and didn't send. */
export interface UnsentCommentsTables {
  unsent_comments: UnsentCommentsTable;
}

interface UnsentCommentsTable {
  profile_id: string;
  task_id: string;
  body: string;
  /** When it was saved, in milliseconds: none is given twice. */
  version: number;
  saved_at: string;
}
