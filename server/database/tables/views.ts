import type { Generated } from "kysely";

/** Saved views, who follows them, and what people pinned. */
export interface ViewTables {
  views: ViewsTable;
  view_subscriptions: ViewSubscriptionsTable;
  favorites: FavoritesTable;
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
  subgrouping: Generated<string>;
  sub_tasks: Generated<"beside" | "below">;
  /** JSON: what its rows don't show. */
  hidden: Generated<string>;
  density: Generated<"comfortable" | "compact">;
  /** Kept by triggers. */
  subscribers: Generated<number>;
  version: Generated<number>;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
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
  /** Among its owner's own: the highest is shown first. */
  position: Generated<number>;
}
