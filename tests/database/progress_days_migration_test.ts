import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import type { Database } from "../../server/database/open.ts";
import { emptyDatabase } from "../support/database.ts";

const step = migrations.findIndex(({ name }) => name.endsWith("_progress_days"));
const at = (day: number) => `2026-03-0${day}T10:00:00.000Z`;

/** A project with a task, whose history somebody has been at. @param told what its changes of status say, a day each */
async function happen(database: Database, told: readonly string[]) {
  await database.write(async (tx) => {
    const run = (text: string) => sql.raw(text).execute(tx);
    const [w, made] = ["'ws_a'", `'${at(1)}'`];
    await run(`insert into workspaces (id, name, time_zone, created_at)
      values (${w}, 'Acme', 'UTC', ${made})`);
    await run(`insert into profiles (id, workspace_id, kind, name, username, created_at)
      values ('prof_a', ${w}, 'human', 'Ada', 'ada', ${made})`);
    await run(`insert into workflows (id, workspace_id, name, name_key, created_at)
      values ('wf_a', ${w}, 'Usual', 'usual', ${made})`);
    await run(`insert into workflow_states (id, workflow_id, name, status, position)
      values ('state_a', 'wf_a', 'Planned', 'planned', 0)`);
    await run(`insert into teams (id, workspace_id, key, name, workflow_id, created_at)
      values ('team_a', ${w}, 'ENG', 'Engineering', 'wf_a', ${made})`);
    await run(
      `insert into projects (id, workspace_id, key, name, creator_id, created_at, updated_at)
      values ('proj_a', ${w}, 'GAT', 'Gatehouse', 'prof_a', ${made}, ${made})`,
    );
    await run(`insert into tasks (id, workspace_id, team_id, number, title, status, state_id,
        creator_id, project_id, created_at, updated_at)
      values ('task_a', ${w}, 'team_a', 1, 'Dig', 'completed', 'state_a', 'prof_a', 'proj_a',
        ${made}, ${made})`);
    for (const [n, data] of told.entries()) {
      await sql`insert into activity (id, workspace_id, subject_kind, subject_id, kind, door, data,
          created_at) values (${`act_${n}`}, 'ws_a', 'task', 'task_a', 'task.status_changed', 'web',
          ${data}, ${at(n + 2)})`.execute(tx);
    }
  });
}

async function migrated(told: readonly string[]) {
  await using open = await emptyDatabase();
  const { database } = open;
  await database.write(async (tx) => {
    for (const { up } of migrations.slice(0, step)) await up(tx);
  });
  await happen(database, told);
  await database.write(async (tx) => {
    for (const { up } of migrations.slice(step)) await up(tx);
  });
  const { rows } = await sql<{ day: string; status: string; tasks: number }>`
    select substr(day, 10) as day, status, tasks from project_progress_days order by day, status`
    .execute(database.read);
  return rows.map(({ day, status, tasks }) => `${day} ${status} ${tasks}`);
}

const moved = (from: unknown, to: unknown) => JSON.stringify({ from, to });

Deno.test("the migration derives the daily progress of projects from activity", async () => {
  const told = [moved("planned", "progressed"), moved("progressed", "completed")];
  assert.deepEqual(await migrated(told), [
    "1 planned 1",
    "2 planned 0",
    "2 progressed 1",
    "3 completed 1",
    "3 progressed 0",
  ]);
});

Deno.test("unreadable activity doesn't stop the migration, which uses the readable entries", async () => {
  const told = [
    "{",
    "[]",
    "{}",
    moved(null, "planned"),
    moved(3, {}),
    moved("planned", "completed"),
  ];
  assert.deepEqual(await migrated(told), ["1 planned 1", "7 completed 1", "7 planned 0"]);
});
