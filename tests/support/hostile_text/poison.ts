import { sql } from "kysely";
import type { Database } from "../../../server/database/open.ts";
import { hostileAddress, hostileLine, hostileProse } from "./texts.ts";

/** The columns with text from people and programs, by table, each with its kind of text. */
export const written: Record<string, Record<string, "line" | "prose" | "address">> = {
  approvals: { body: "prose", comment: "prose" },
  audit: { subject_name: "line", address: "line" },
  automations: { name: "line", description: "prose", provider_type: "line" },
  comments: { body: "prose" },
  credentials: { label: "line" },
  imported_comments: { foreign_key: "line" },
  imported_tasks: { foreign_key: "line" },
  milestones: { name: "line", description: "prose" },
  profiles: { name: "line", title: "line", bio: "prose" },
  project_labels: { name: "line", description: "line" },
  project_templates: { name: "line", description: "prose" },
  project_updates: { body: "prose" },
  projects: { name: "line", summary: "line", description: "prose" },
  sessions: { label: "line" },
  task_labels: { name: "line", description: "line" },
  task_resources: { title: "line", url: "address" },
  task_templates: { name: "line", title: "line", description: "prose" },
  tasks: { title: "line", description: "prose" },
  teams: { name: "line", description: "line", expertise_area: "line" },
  unsent_comments: { body: "prose" },
  users: { name: "line" },
  views: { name: "line", description: "line" },
  workflow_states: { name: "line" },
  workflows: { name: "line" },
  workspaces: { name: "line" },
};

/**
 * Text columns without people's words: generated or hashed values, fixed vocabularies, days, values with their own
 * format (keys, usernames, addresses, colors), and JSON, whose words come from the columns above.
 */
export const formed: Record<string, string> = {
  activity: "subject_kind kind interface data undo",
  agents: "role",
  approvals: "state",
  audit: "credential_kind interface kind subject_kind data",
  automation_tokens: "hash",
  automations: "scopes",
  credentials: "kind prefix hash scopes",
  favorites: "kind",
  idempotency_keys: "key fingerprint answer",
  imported_tasks: "source",
  invitation_teams: "role",
  invitations: "email role status invited_by",
  milestones: "target_date name_key",
  news: "topic",
  notifications: "kind subject_kind data reason snoozed_until",
  one_time_codes: "email purpose client network salt code_hash",
  outbox: "kind",
  profiles: "kind role username color",
  project_former_keys: "key",
  project_labels: "color name_key",
  project_progress_days: "day status",
  project_task_counts: "day status",
  project_templates: "defaults name_key",
  project_updates: "health",
  projects: "key status status_source health start_date target_date status_told field_versions",
  recents: "kind",
  schema_migrations: "name",
  search_documents: "kind",
  secrets: "name value",
  unmailed_addresses: "key since",
  session_tokens: "hash kind",
  sessions: "address kind",
  sign_in_locks: "email network locked_until",
  task_former_references: "reference",
  task_labels: "color name_key",
  task_relations: "kind",
  task_templates: "status label_ids name_key",
  tasks: "status position sibling_position field_versions",
  team_former_keys: "key",
  team_members: "role",
  teams: "key",
  users:
    "email theme sidebar sidebar_folded notifications lists start_page time_zone week_start density",
  views: "key kind scope layout filters grouping subgrouping sorting sub_tasks hidden density",
  workflow_states: "status",
  workflows: "name_key",
  workspaces: "time_zone",
};

const texts = { line: hostileLine, prose: hostileProse, address: hostileAddress };

/** Returns the marker of a column's text, by which tests find the text on pages. */
export const markOf = (table: string, column: string) => `evil:${table}.${column}`;

/**
 * Puts hostile text into every listed column of every row, bypassing all validation.
 * @param more a suffix of each text
 */
export async function poison(database: Database, more = ""): Promise<void> {
  await database.write(async (tx) => {
    for (const [table, columns] of Object.entries(written)) {
      for (const [column, kind] of Object.entries(columns)) {
        const text = `${texts[kind]}${more} ${markOf(table, column)}`;
        await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${text}`.execute(tx);
      }
    }
  });
}

/** Returns every text column that contains neither an ID nor a time, as `table.column`. */
export async function textColumns(database: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select m.name || '.' || i.name as name from sqlite_master m, pragma_table_info(m.name) i
    where m.type = 'table' and m.name not like 'search_index%' and m.name not like 'sqlite_%'
      and lower(i.type) = 'text' and i.name not glob '*id' and i.name not glob '*_at'
    order by 1`.execute(database.read);
  return rows.map(({ name }) => name);
}
