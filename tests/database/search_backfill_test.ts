import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import { openDatabase } from "../../server/database/open.ts";

const at = "2026-03-12T10:00:00.000Z";
/** A workspace as a program from before the one index left it. */
const before = [
  `insert into workspaces (id, name, created_at) values ('ws_1', 'Acme', '${at}')`,
  `insert into users (id, email, name, created_at) values ('user_1', 'ada@example.com', 'Ada', '${at}')`,
  `insert into profiles (id, workspace_id, user_id, kind, role, name, username, created_at)
    values ('prof_1', 'ws_1', 'user_1', 'human', 'owner', 'Ada', 'ada', '${at}')`,
  `insert into workflows (id, workspace_id, name, created_at) values ('flow_1', 'ws_1', 'W', '${at}')`,
  `insert into workflow_states (id, workflow_id, name, status, position)
    values ('state_1', 'flow_1', 'Planned', 'planned', 0)`,
  `insert into teams (id, workspace_id, key, name, workflow_id, created_at)
    values ('team_1', 'ws_1', 'ENG', 'Engineering', 'flow_1', '${at}')`,
  ...[1, 2].map((n) =>
    `insert into tasks (id, workspace_id, team_id, number, title, status, state_id, creator_id,
      created_at, updated_at, archived_at) values ('task_${n}', 'ws_1', 'team_1', ${n}, 'Crème ${n}',
      'planned', 'state_1', 'prof_1', '${at}', '${at}', ${n === 2 ? `'${at}'` : "null"})`
  ),
  `insert into comments (id, workspace_id, task_id, author_id, body, created_at)
    values ('cmt_1', 'ws_1', 'task_1', 'prof_1', 'Brûlée', '${at}')`,
  `insert into search_documents (workspace_id, kind, record_id)
    values ('ws_1', 'task', 'task_1'), ('ws_1', 'task', 'task_2')`,
];

Deno.test("records from before the one index are in it, with their comments and as they stand", async () => {
  const database = await openDatabase(":memory:");
  const step = migrations.findIndex(({ name }) => name === "0009_search");
  await database.write(async (tx) => {
    for (const migration of migrations.slice(0, step)) await migration.up(tx);
    for (const statement of before) await sql.raw(statement).execute(tx);
    await migrations[step]!.up(tx);
  });
  const found = async (match: string, index = "search_index") => {
    const { rows } = await sql<{ record_id: string; listed: number }>`
      select d.record_id, d.listed from ${
      sql.table(index)
    } x join search_documents d on d.seq = x.rowid
      where ${sql.raw(index)} match ${match} order by d.record_id`.execute(database.read);
    return rows.map(({ record_id, listed }) => `${record_id} ${listed}`);
  };
  assert.deepEqual(await found("creme"), ["task_1 1", "task_2 0"]);
  assert.deepEqual(await found("brulee"), ["task_1 1"]);
  assert.deepEqual(await found('"ada@example"'), ["prof_1 1"]);
  assert.deepEqual(await found("en*", "search_index_words"), ["task_1 1", "task_2 0", "team_1 1"]);
  await database.close();
});
