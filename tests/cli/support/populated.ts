import { exportLines } from "../../../cli/operator/transfer/export_lines.ts";
import { migrate } from "../../../server/database/migrate.ts";
import { type Database, openDatabase } from "../../../server/database/open.ts";
import { sql } from "kysely";
import { issueBearers } from "../../gates/permissions/bearers.ts";
import { populate } from "../../gates/support/full_cast.ts";
import type { World } from "../../support/world.ts";

/** Rows for tables that the full cast leaves empty. `mine` is the workspace. */
const more = [
  `update tasks set project_id = (select id from projects where mine limit 1)
    where mine and archived_at is null`,
  `update tasks set parent_id = (select id from tasks where mine order by title desc limit 1)
    where id = (select id from tasks where mine order by title limit 1)`,
  "update tasks set position = id || 'h7' where mine and number = 1",
  "update tasks set sibling_position = id || 'h7' where mine and number = 1",
  "insert into team_former_keys select workspace_id, 'OLD', id, created_at from teams where mine limit 1",
  "insert into project_former_keys select workspace_id, 'OLD', id from projects where mine limit 1",
  "insert into project_members select id, creator_id from projects where mine limit 1",
  `insert into project_label_links select p.id, l.id from projects p
    join project_labels l on l.workspace_id = p.workspace_id limit 1`,
  `insert into project_updates select 'upd_1', id, creator_id, 'onTrack', 'Fine', created_at
    from projects where mine limit 1`,
  "insert into task_former_references select workspace_id, 'OLD-1', id from tasks where mine limit 1",
  "insert into imported_tasks select workspace_id, 'linear', 'LIN-1', id from tasks where mine limit 1",
  "insert into imported_comments select id, 'c-1' from tasks where mine limit 1",
  "insert into view_subscriptions select id, owner_id, created_at from views where mine limit 1",
  `insert into state_successors select w.id, min(s.id), max(s.id) from workflows w
    join workflow_states s on s.workflow_id = w.id where mine group by w.id limit 1`,
  "insert into favorites select creator_id, 'task', id, created_at, 1 from tasks where mine limit 1",
  `insert into automation_teams select a.id, t.id from automations a
    join teams t on t.workspace_id = a.workspace_id limit 1`,
  `insert into invitation_teams select i.id, t.id, 'member' from invitations i
    join teams t on t.workspace_id = i.workspace_id limit 1`,
];

/** Creates a workspace with a row in every exported table. */
export async function populateAll(world: World) {
  const fullCast = await populate(world);
  await issueBearers(fullCast);
  for (const one of more) {
    const statement = one.replace("insert into", "insert or ignore into")
      .replaceAll("mine", `workspace_id = '${fullCast.workspaceId}'`);
    await world.database.write(async (tx) => void await sql.raw(statement).execute(tx));
  }
  return fullCast;
}

export async function linesOf(database: Database, workspaceId?: string): Promise<string[]> {
  return await Array.fromAsync(exportLines(database.read, workspaceId));
}

export async function* each(lines: string[]) {
  yield* lines;
}

export async function emptyServer(): Promise<Database> {
  const database = await openDatabase(":memory:");
  await migrate(database);
  return database;
}

export async function rows(database: Database, query: string): Promise<Record<string, unknown>[]> {
  return (await sql.raw<Record<string, unknown>>(query).execute(database.read)).rows;
}
