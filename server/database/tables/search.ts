import type { Generated } from "kysely";

/** What search finds. The full-text indexes beside it have no types: no builder of queries knows how they are asked. */
export interface SearchTables {
  search_documents: SearchDocumentsTable;
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
