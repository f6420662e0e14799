import type { Kysely } from "kysely";
import * as m0001 from "./0001_first_walk.ts";
import * as m0002 from "./0002_projects.ts";
import * as m0003 from "./0003_conversation.ts";
import * as m0004 from "./0004_administration.ts";
import * as m0005 from "./0005_credentials.ts";
import * as m0006 from "./0006_retries.ts";
import * as m0007 from "./0007_views.ts";
import * as m0008 from "./0008_whole_lists.ts";
import * as m0009 from "./0009_search.ts";
import * as m0010 from "./0010_creates.ts";
import * as m0011 from "./0011_lists_by_name.ts";
import * as m0012 from "./0012_view_news.ts";
import * as m0013 from "./0013_versions.ts";
import * as m0014 from "./0014_state_successors.ts";
import * as m0015 from "./0015_name_keys.ts";
import * as m0016 from "./0016_whole_projects.ts";
import * as m0017 from "./0017_approvals.ts";
import * as m0018 from "./0018_automation_reach.ts";
import * as m0019 from "./0019_settled_filters.ts";
import * as m0020 from "./0020_project_lists.ts";
import * as m0021 from "./0021_sign_in_ends.ts";
import * as m0022 from "./0022_calendar_days.ts";
import * as m0023 from "./0023_invitation_pace.ts";
import * as m0024 from "./0024_no_control_characters.ts";

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
  { name: "0001_first_walk", ...m0001 },
  { name: "0002_projects", ...m0002 },
  { name: "0003_conversation", ...m0003 },
  { name: "0004_administration", ...m0004 },
  { name: "0005_credentials", ...m0005 },
  { name: "0006_retries", ...m0006 },
  { name: "0007_views", ...m0007 },
  { name: "0008_whole_lists", ...m0008 },
  { name: "0009_search", ...m0009 },
  { name: "0010_creates", ...m0010 },
  { name: "0011_lists_by_name", ...m0011 },
  { name: "0012_view_news", ...m0012 },
  { name: "0013_versions", ...m0013 },
  { name: "0014_state_successors", ...m0014 },
  { name: "0015_name_keys", ...m0015 },
  { name: "0016_whole_projects", ...m0016 },
  { name: "0017_approvals", ...m0017 },
  { name: "0018_automation_reach", ...m0018 },
  { name: "0019_settled_filters", ...m0019 },
  { name: "0020_project_lists", ...m0020 },
  { name: "0021_sign_in_ends", ...m0021 },
  { name: "0022_calendar_days", ...m0022 },
  { name: "0023_invitation_pace", ...m0023 },
  { name: "0024_no_control_characters", ...m0024 },
];
