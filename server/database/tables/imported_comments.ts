/** What was said in other programs. */
export interface ImportedCommentsTables {
  imported_comments: ImportedCommentsTable;
}

interface ImportedCommentsTable {
  task_id: string;
  /** What the comment is called there, or what tells it apart. */
  foreign_key: string;
}
