/** Imported comments. */
export interface ImportedCommentsTables {
  imported_comments: ImportedCommentsTable;
}

interface ImportedCommentsTable {
  task_id: string;
  /** The comment's ID in the other tool, or a hash that identifies it. */
  foreign_key: string;
}
