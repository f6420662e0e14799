import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import type { Database } from "../../server/database/open.ts";
import { emptyDatabase } from "../support/database.ts";

const step = migrations.findIndex(({ name }) => name.endsWith("_search_prefixes"));
const at = "2026-03-01T10:00:00.000Z";

/** A record of every kind that is found, and an archived task. */
const records = [
  `insert into workspaces (id, name, time_zone, created_at) values ('ws_1', 'Acme', 'UTC', '${at}')`,
  `insert into users (id, email, name, created_at)
    values ('user_1', 'ada@example.com', 'Ada', '${at}')`,
  `insert into profiles (id, workspace_id, user_id, kind, name, username, created_at)
    values ('prof_1', 'ws_1', 'user_1', 'human', 'Harriet', 'ada', '${at}')`,
  `insert into workflows (id, workspace_id, name, name_key, created_at)
    values ('flow_1', 'ws_1', 'Own', 'own', '${at}')`,
  `insert into workflow_states (id, workflow_id, name, status, position)
    values ('state_1', 'flow_1', 'Todo', 'planned', 0)`,
  `insert into teams (id, workspace_id, key, name, workflow_id, created_at)
    values ('team_1', 'ws_1', 'ENG', 'Harbours', 'flow_1', '${at}')`,
  `insert into projects (id, workspace_id, key, name, created_at, updated_at, creator_id)
    values ('proj_1', 'ws_1', 'HARB', 'Quays', '${at}', '${at}', 'prof_1')`,
  `insert into views (id, workspace_id, key, kind, scope, owner_id, name, layout, filters, grouping,
      sorting, created_at, updated_at)
    values ('view_1', 'ws_1', 'V', 'task', 'personal', 'prof_1', 'Harboured', 'list', '{}', 'none',
      'newest', '${at}', '${at}')`,
  ...[1, 2].map((n) =>
    `insert into tasks (seq, id, workspace_id, team_id, number, title, status, state_id, creator_id,
      created_at, updated_at, archived_at)
    values (${n}, 'task_${n}', 'ws_1', 'team_1', ${n}, 'Crème for the harbour', 'planned', 'state_1',
      'prof_1', '${at}', '${at}', ${n === 2 ? `'${at}'` : "null"})`
  ),
  `insert into search_documents (seq, workspace_id, kind, record_id, team_id, listed)
    select seq, workspace_id, 'task', id, team_id, archived_at is null from tasks`,
  `insert into search_index_words (rowid, keys, title)
    select t.seq, 'ENG-' || t.number, t.title from tasks t`,
];

async function foundBy({ read }: Database, match: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select d.record_id as id from search_index_words x join search_documents d on d.seq = x.rowid
    where search_index_words match ${match} order by d.record_id`.execute(read);
  return rows.map(({ id }) => id).join(" ");
}

Deno.test("after the migration, starts of words are found as before, and longer words too", async () => {
  await using open = await emptyDatabase();
  const { database } = open;
  await database.write(async (tx) => {
    for (const { up } of migrations.slice(0, step)) await up(tx);
    for (const record of records) await sql.raw(record).execute(tx);
  });
  const matches = [
    "ha*",
    "harb*",
    "harbour*",
    "harbours",
    "harbourmaster*",
    "creme*",
    '"eng-1"*',
    "ada*",
    "exam*",
  ];
  const before: string[] = [];
  for (const match of matches) before.push(await foundBy(database, match));
  assert.equal(before[1], "proj_1 task_1 task_2 team_1 view_1");
  await database.write(async (tx) => {
    for (const { up } of migrations.slice(step)) await up(tx);
  });
  const after: string[] = [];
  for (const match of matches) after.push(await foundBy(database, match));
  assert.deepEqual(after, before);
  const { rows } = await sql<{ v: string }>`select sql as v from sqlite_master
    where name = 'search_index_words'`.execute(database.read);
  assert.match(rows[0]!.v, /prefix = '1 2 3 4 5 6 7 8'/);
});
