import type { Generated } from "kysely";

/** Saved views, their subscribers, and favorites. */
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
  /** JSON: filters as in the list's query. */
  filters: string;
  grouping: string;
  sorting: string;
  subgrouping: Generated<string>;
  sub_tasks: Generated<"beside" | "below">;
  /** JSON: hidden parts of rows. */
  hidden: Generated<string>;
  density: Generated<"comfortable" | "compact">;
  /** Updated by triggers. */
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
  /** The position among the owner's favorites, highest first. */
  position: Generated<number>;
}
