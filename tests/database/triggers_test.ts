import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrate } from "../../server/database/migrate.ts";
import { type Database, openDatabase } from "../../server/database/open.ts";

const at = "2026-03-12T10:00:00.000Z";

/** A workspace with two teams and two projects, the second of which waits for the first; written directly. */
const acme = [
  `insert into workspaces (id, name, created_at) values ('ws_1', 'Acme', '${at}')`,
  `insert into users (id, email, name, created_at) values ('user_1', 'ada@example.com', 'Ada', '${at}')`,
  `insert into profiles (id, workspace_id, user_id, kind, role, name, username, created_at)
    values ('prof_1', 'ws_1', 'user_1', 'human', 'owner', 'Ada Brûlée', 'ada', '${at}')`,
  `insert into workflows (id, workspace_id, name, name_key, created_at) values ('flow_1', 'ws_1', 'W', 'w', '${at}')`,
  `insert into workflow_states (id, workflow_id, name, status, position)
    values ('state_1', 'flow_1', 'Planned', 'planned', 0)`,
  `insert into teams (id, workspace_id, key, name, workflow_id, created_at)
    values ('team_1', 'ws_1', 'ENG', 'Engineering', 'flow_1', '${at}'),
      ('team_2', 'ws_1', 'OPS', 'Crème', 'flow_1', '${at}')`,
  `insert into projects (id, workspace_id, key, name, creator_id, created_at, updated_at)
    values ('proj_1', 'ws_1', 'GATE', 'Crème gate', 'prof_1', '${at}', '${at}'),
      ('proj_2', 'ws_1', 'DOOR', 'Door', 'prof_1', '${at}', '${at}')`,
  `insert into project_dependencies values ('proj_2', 'proj_1', '${at}')`,
  ...[1, 2, 3].map((n) =>
    `insert into tasks (id, workspace_id, team_id, number, title, status, state_id, creator_id,
      created_at, updated_at) values ('task_${n}', 'ws_1', 'team_1', ${n}, 'Hinge', 'planned',
      'state_1', 'prof_1', '${at}', '${at}')`
  ),
  `insert into views (id, workspace_id, key, kind, scope, owner_id, name, layout, filters, grouping,
      sorting, created_at, updated_at)
    values ('view_1', 'ws_1', 'due', 'task', 'personal', 'prof_1', 'Crème list', 'list', '{}', 'none',
      'newest', '${at}', '${at}')`,
];

async function run(database: Database, ...statements: string[]) {
  await database.write(async (tx) => {
    for (const one of statements) await sql.raw(one).execute(tx);
  });
}

async function withAcme(test: (database: Database) => Promise<void>) {
  const database = await openDatabase(":memory:");
  await migrate(database);
  await run(database, ...acme);
  await test(database);
  await database.close();
}

async function valuesOf(database: Database, query: string): Promise<string[]> {
  const { rows } = await sql.raw<object>(query).execute(database.read);
  return rows.map((row) => Object.values(row).join(" "));
}

Deno.test("a project's tasks are counted by team and status, however they are written", () =>
  withAcme(async (database) => {
    const counted = `select owner_id, team_id, status, tasks from project_task_counts
      where tasks <> 0 order by owner_id, team_id, status`;
    const projects = "select status, progress_version from projects order by id";
    const steps: [statement: string, counts: string[], status: string][] = [
      [
        "update tasks set project_id = 'proj_1' where id <> 'task_3'",
        ["proj_1 team_1 planned 2"],
        "planned",
      ],
      [
        "update tasks set milestone_id = 'mile_1', status = 'progressed' where id = 'task_1'",
        ["mile_1 team_1 progressed 1", "proj_1 team_1 planned 1", "proj_1 team_1 progressed 1"],
        "active",
      ],
      [
        "update tasks set team_id = 'team_2', status = 'completed' where id = 'task_1'",
        ["mile_1 team_2 completed 1", "proj_1 team_1 planned 1", "proj_1 team_2 completed 1"],
        "active",
      ],
      [
        "update tasks set draft = 1 where id = 'task_2'",
        ["mile_1 team_2 completed 1", "proj_1 team_2 completed 1"],
        "completed",
      ],
      [`update tasks set archived_at = '${at}' where id = 'task_1'`, [], "backlog"],
    ];
    for (const [statement, counts, status] of steps) {
      await run(database, statement);
      assert.deepEqual(await valuesOf(database, counted), counts, statement);
      assert.equal((await valuesOf(database, projects))[0]!.split(" ")[0], status, statement);
    }
    const [, door] = await valuesOf(database, projects);
    assert.notEqual(door, "backlog 1", "what waits for a project hears of its status");
  }));

Deno.test("a project's status follows its tasks only while it isn't overridden", () =>
  withAcme(async (database) => {
    const status = async () =>
      (await valuesOf(database, "select status from projects where id = 'proj_1'"))[0];
    await run(
      database,
      "update projects set status_source = 'override', status = 'cancelled' where id = 'proj_1'",
      "update tasks set project_id = 'proj_1'",
    );
    assert.equal(await status(), "cancelled");
    await run(database, "update projects set status_source = 'derived' where id = 'proj_1'");
    assert.equal(await status(), "planned");
  }));

Deno.test("people, teams, projects, and views are found by their current text, however it is written", () =>
  withAcme(async (database) => {
    const found = (match: string, index = "search_index") =>
      valuesOf(
        database,
        `select d.record_id, d.kind, d.team_id, d.listed from ${index} x
          join search_documents d on d.seq = x.rowid where ${index} match '${match}'
          order by d.record_id`,
      );
    assert.deepEqual(await found("creme"), [
      "proj_1 project  1",
      "team_2 team team_2 1",
      "view_1 view  1",
    ]);
    assert.deepEqual(await found('"ada@example" brulee'), ["prof_1 person  1"]);
    assert.deepEqual(await found("cr*", "search_index_words"), await found("creme"));
    await run(
      database,
      `update profiles set bio = 'Likes crème', removed_at = '${at}'`,
      `update teams set name = 'Ops', expertise_area = 'Crème' where id = 'team_2'`,
      `update projects set name = 'Gate', archived_at = '${at}' where id = 'proj_1'`,
      `update views set description = 'Mended', archived_at = '${at}'`,
    );
    assert.deepEqual(await found("creme"), [
      "prof_1 person  0",
      "team_2 team team_2 1",
      "view_1 view  0",
    ]);
    assert.deepEqual(await found("gate"), ["proj_1 project  0"]);
    assert.deepEqual(await found("cr*", "search_index_words"), ["view_1 view  0"]);
  }));

Deno.test("each text of these records is found once it is written", () =>
  withAcme(async (database) => {
    const texts = {
      profiles: ["name", "username", "title", "bio"],
      teams: ["key", "name", "description", "expertise_area"],
      projects: ["key", "name", "summary", "description"],
      views: ["name", "description"],
    };
    for (const [table, columns] of Object.entries(texts)) {
      for (const column of columns) {
        const word = `${table}${column.replace("_", "")}`;
        await run(database, `update ${table} set ${column} = '${word}' where id like '%_1'`);
        const found = `select count(*) from search_index where search_index match '${word}'`;
        assert.deepEqual(await valuesOf(database, found), ["1"], word);
      }
    }
  }));

Deno.test("a task's search document contains its team, and whether it is archived", () =>
  withAcme(async (database) => {
    await run(
      database,
      "insert into search_documents (workspace_id, kind, record_id, team_id) values ('ws_1', 'task', 'task_1', 'team_1')",
      `update tasks set team_id = 'team_2', archived_at = '${at}' where id = 'task_1'`,
    );
    const [document] = await valuesOf(
      database,
      "select seq >= 0, team_id, listed from search_documents where record_id = 'task_1'",
    );
    assert.equal(document, "1 team_2 0");
  }));

Deno.test("a view counts its subscribers, however they are written", () =>
  withAcme(async (database) => {
    const subscribers = () => valuesOf(database, "select subscribers from views");
    await run(database, `insert into view_subscriptions values ('view_1', 'prof_1', '${at}')`);
    assert.deepEqual(await subscribers(), ["1"]);
    await run(database, "delete from view_subscriptions");
    assert.deepEqual(await subscribers(), ["0"]);
  }));
