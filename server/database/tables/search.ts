import type { Generated } from "kysely";

/** What search finds. `search_index_words` is written and asked by hand. */
export interface SearchTables {
  search_documents: SearchDocumentsTable;
  search_index: SearchIndexTable;
}

type Flag = 0 | 1;

interface SearchDocumentsTable {
  seq: Generated<number>;
  workspace_id: string;
  kind: "task" | "project" | "person" | "team" | "view";
  record_id: string;
  /** The team whose hiding hides it. */
  team_id: string | null;
  /** Neither archived nor removed. */
  listed: Generated<Flag>;
}

interface SearchIndexTable {
  rowid: number;
  keys: string;
  title: string;
  body: string;
}
