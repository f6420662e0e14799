import type { Generated } from "kysely";

/** Saved views, favorites, and the first answers to retries. */
export interface ViewTables {
  idempotency_keys: IdempotencyKeysTable;
  views: ViewsTable;
  view_subscriptions: ViewSubscriptionsTable;
  favorites: FavoritesTable;
}

interface IdempotencyKeysTable {
  owner_id: string;
  key: string;
  /** Method, path and body, hashed: the same key for something else is refused. */
  fingerprint: string;
  /** JSON text; null where the answer showed a secret. */
  answer: string | null;
  created_at: string;
}

interface ViewsTable {
  id: string;
  workspace_id: string;
  key: string;
  kind: "task" | "project";
  scope: "personal" | "team" | "project" | "workspace";
  team_id: string | null;
  project_id: string | null;
  owner_id: string;
  name: string;
  description: string | null;
  layout: "list" | "board";
  /** JSON: the filters as their list's query takes them. */
  filters: string;
  grouping: string;
  sorting: string;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
  /** Kept by triggers. */
  subscribers: Generated<number>;
}

interface ViewSubscriptionsTable {
  view_id: string;
  profile_id: string;
  created_at: string;
}

interface FavoritesTable {
  profile_id: string;
  kind: "task" | "project" | "view" | "team";
  subject_id: string;
  created_at: string;
}
