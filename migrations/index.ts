import type { Kysely } from "kysely";
import * as m0001 from "./0001_people.ts";
import * as m0002 from "./0002_workspaces.ts";
import * as m0003 from "./0003_teams.ts";
import * as m0004 from "./0004_automations.ts";
import * as m0005 from "./0005_tasks.ts";
import * as m0006 from "./0006_conversation.ts";
import * as m0007 from "./0007_projects.ts";
import * as m0008 from "./0008_views.ts";
import * as m0009 from "./0009_history.ts";
import * as m0010 from "./0010_search.ts";
import * as m0011 from "./0011_sidebar.ts";
import * as m0012 from "./0012_search_prefixes.ts";
import * as m0013 from "./0013_task_positions.ts";
import * as m0014 from "./0014_list_looks.ts";
import * as m0015 from "./0015_sibling_positions.ts";
import * as m0016 from "./0016_field_versions.ts";
import * as m0017 from "./0017_unsent_comments.ts";
import * as m0018 from "./0018_view_display.ts";
import * as m0019 from "./0019_taken_back.ts";
import * as m0020 from "./0020_inbox.ts";
import * as m0021 from "./0021_news.ts";
import * as m0022 from "./0022_inboxes_tell_once.ts";
import * as m0023 from "./0023_progress_days.ts";
import * as m0024 from "./0024_project_field_versions.ts";
import * as m0025 from "./0025_archived_tasks.ts";
import * as m0026 from "./0026_reminders.ts";
import * as m0027 from "./0027_secrets.ts";
import * as m0028 from "./0028_deleted_workspaces.ts";
import * as m0029 from "./0029_suspended_people.ts";
import * as m0030 from "./0030_channels.ts";
import * as m0031 from "./0031_outbox.ts";
import * as m0032 from "./0032_own_places.ts";
import * as m0033 from "./0033_activity_by_actor.ts";
import * as m0034 from "./0034_avatar_colors.ts";
import * as m0035 from "./0035_own_density.ts";
import * as m0036 from "./0036_session_addresses.ts";
import * as m0037 from "./0037_recents.ts";
import * as m0038 from "./0038_imported_tasks.ts";
import * as m0039 from "./0039_unmailed_addresses.ts";
import * as m0040 from "./0040_imported_comments.ts";
import * as m0041 from "./0041_renamed_columns.ts";
import * as m0042 from "./0042_sign_in_by_client.ts";
import * as m0043 from "./0043_ended_tokens.ts";

/** One step of the schema. `up` runs in a transaction. */
export interface Migration {
  name: string;
  // deno-lint-ignore no-explicit-any -- a migration belongs to the schema of its day, not to today's types
  up(db: Kysely<any>): Promise<void>;
  /** Where stored values got another meaning: does the same to one workspace that an older program exported. */
  // deno-lint-ignore no-explicit-any -- as above
  upWorkspace?(db: Kysely<any>, id: string): Promise<void>;
}

/** Every step, oldest first: a static list, so that the compiled binary carries them. Never reorder or edit one. */
export const migrations: readonly Migration[] = [
  { name: "0001_people", ...m0001 },
  { name: "0002_workspaces", ...m0002 },
  { name: "0003_teams", ...m0003 },
  { name: "0004_automations", ...m0004 },
  { name: "0005_tasks", ...m0005 },
  { name: "0006_conversation", ...m0006 },
  { name: "0007_projects", ...m0007 },
  { name: "0008_views", ...m0008 },
  { name: "0009_history", ...m0009 },
  { name: "0010_search", ...m0010 },
  { name: "0011_sidebar", ...m0011 },
  { name: "0012_search_prefixes", ...m0012 },
  { name: "0013_task_positions", ...m0013 },
  { name: "0014_list_looks", ...m0014 },
  { name: "0015_sibling_positions", ...m0015 },
  { name: "0016_field_versions", ...m0016 },
  { name: "0017_unsent_comments", ...m0017 },
  { name: "0018_view_display", ...m0018 },
  { name: "0019_taken_back", ...m0019 },
  { name: "0020_inbox", ...m0020 },
  { name: "0021_news", ...m0021 },
  { name: "0022_inboxes_tell_once", ...m0022 },
  { name: "0023_progress_days", ...m0023 },
  { name: "0024_project_field_versions", ...m0024 },
  { name: "0025_archived_tasks", ...m0025 },
  { name: "0026_reminders", ...m0026 },
  { name: "0027_secrets", ...m0027 },
  { name: "0028_deleted_workspaces", ...m0028 },
  { name: "0029_suspended_people", ...m0029 },
  { name: "0030_channels", ...m0030 },
  { name: "0031_outbox", ...m0031 },
  { name: "0032_own_places", ...m0032 },
  { name: "0033_activity_by_actor", ...m0033 },
  { name: "0034_avatar_colors", ...m0034 },
  { name: "0035_own_density", ...m0035 },
  { name: "0036_session_addresses", ...m0036 },
  { name: "0037_recents", ...m0037 },
  { name: "0038_imported_tasks", ...m0038 },
  { name: "0039_unmailed_addresses", ...m0039 },
  { name: "0040_imported_comments", ...m0040 },
  { name: "0041_renamed_columns", ...m0041 },
  { name: "0042_sign_in_by_client", ...m0042 },
  { name: "0043_ended_tokens", ...m0043 },
];
