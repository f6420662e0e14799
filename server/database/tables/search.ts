import type { Generated } from "kysely";

/** Searchable records. The full-text indexes have no types, because the query builder doesn't support them. */
export interface SearchTables {
  search_documents: SearchDocumentsTable;
}

type Flag = 0 | 1;

interface SearchDocumentsTable {
  seq: Generated<number>;
  workspace_id: string;
  kind: "task" | "project" | "person" | "team" | "view";
  record_id: string;
  /** The team that hides the record when the team is hidden. */
  team_id: string | null;
  /** Whether the record is neither archived nor removed. */
  listed: Generated<Flag>;
}
