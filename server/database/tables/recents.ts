/** Recently opened records. */
export interface RecentsTables {
  recents: RecentsTable;
}

interface RecentsTable {
  profile_id: string;
  kind: "task" | "project" | "person" | "team" | "view";
  subject_id: string;
  opened_at: string;
}
