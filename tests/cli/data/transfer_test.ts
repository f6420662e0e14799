import assert from "node:assert/strict";
import { sql } from "kysely";
import { exportLines } from "../../../cli/operator/transfer/export_lines.ts";
import { importLines } from "../../../cli/operator/transfer/import_lines.ts";
import { exportedTables, leftOutTables } from "../../../cli/operator/transfer/tables.ts";
import { assertNone, assertRows } from "../../support/missing.ts";
import { limited } from "../../support/outages/disk.ts";
import { startServer } from "../../support/server.ts";
import { createWorld } from "../../support/world.ts";
import { populate } from "../../gates/support/full_cast.ts";
import { each, emptyServer, linesOf, populateAll, rows } from "../support/populated.ts";
import { binary, runLine } from "../support/lines.ts";
import { makeMachine, rowsOf } from "../support/operator.ts";

const now = new Date("2026-03-18T15:00:00.000Z");

/** Exports a workspace with records of every kind. */
async function populated(): Promise<string[]> {
  await using world = await createWorld();
  const { workspaceId } = await populateAll(world);
  return await linesOf(world.database, workspaceId);
}

Deno.test("every table is exported or excluded on purpose", async () => {
  const database = await emptyServer();
  const tables = await rows(database, "select name from sqlite_master where type = 'table'");
  const innards = /^(sqlite_.*|search_index(_words)?_(data|idx|content|docsize|config))$/;
  assertRows(
    "database table",
    tables.map(({ name }) => String(name)).filter((name) => !innards.test(name)),
    [...exportedTables.map(([table]) => table), ...Object.keys(leftOutTables)],
    "exportedTables or leftOutTables in cli/operator/transfer/tables.ts",
  );
  await database.close();
});

Deno.test("a workspace that is exported, imported elsewhere, and exported again is the same", async () => {
  const lines = await populated();
  const database = await emptyServer();
  const done = await importLines(database, each(lines), { dryRun: false, now });
  assert.equal(done.records, lines.length - 2);
  assert.equal(done.peopleKnown, 0);
  assert.deepEqual(await linesOf(database), lines);
  assert.deepEqual(await rows(database, "pragma foreign_key_check"), []);
  const [counts] = await rows(
    database,
    `select (select count(*) from tasks) as tasks, (select sum(tasks) from project_task_counts
        where owner_id in (select id from projects)) as counted,
      (select count(*) from tasks where project_id is not null and draft = 0
        and archived_at is null) as inProjects,
      (select count(*) from search_documents where kind = 'task') as documents,
      (select count(*) from search_index_docsize) as indexed,
      (select count(*) from search_documents) as all_documents`,
  );
  assert.ok(Number(counts!.tasks) > 0 && Number(counts!.inProjects) > 0);
  assert.equal(counts!.counted, counts!.inProjects);
  assert.equal(counts!.documents, counts!.tasks);
  assert.equal(counts!.indexed, counts!.all_documents);
  const miscounted = `select id from views v where subscribers <>
    (select count(*) from view_subscriptions s where s.view_id = v.id)`;
  assert.deepEqual(await rows(database, miscounted), []);
  await database.close();
});

Deno.test("the exported workspace of these tests has rows of every exported table", async () => {
  const kinds = new Set((await populated()).map((line) => JSON.parse(line).kind));
  const missing = exportedTables.map(([table]) => table).filter((table) => !kinds.has(table));
  assertNone(
    missing,
    (table) =>
      `The exported table "${table}" has no row to export. Add one to tests/cli/support/populated.ts.`,
  );
});

Deno.test("each of many rows is exported once, in the order of the keys", async () => {
  await using world = await createWorld();
  const { workspaceId } = await populate(world);
  await world.database.write((tx) =>
    sql`insert into comments (id, workspace_id, task_id, author_id, body, created_at)
      with recursive n (i) as (select 1 union all select i + 1 from n where i < 2500)
      select printf('com_%05d', i), t.workspace_id, t.id, t.creator_id, 'So it is.', t.created_at
      from n, (select * from tasks where workspace_id = ${workspaceId} limit 1) t`.execute(tx)
  );
  const ids: string[] = [];
  for await (const line of exportLines(world.database.read, workspaceId)) {
    const { kind, record } = JSON.parse(line);
    if (kind === "comments") ids.push(record.id);
    assert.ok(ids.length < 3000, "it goes on for ever");
  }
  const [{ n }] = await rows(world.database, "select count(*) as n from comments") as [
    { n: number },
  ];
  assert.deepEqual(ids, [...new Set(ids)].sort());
  assert.ok(n > 2500 && ids.length === n, `${ids.length} of ${n}`);
});

Deno.test("an export contains no secret", async () => {
  await using world = await createWorld();
  const { workspaceId } = await populateAll(world);
  const lines = (await linesOf(world.database, workspaceId)).join("\n");
  const secrets = await rows(
    world.database,
    `select hash as secret from credentials union select hash from session_tokens
      union select hash from automation_tokens union select salt from one_time_codes
      union select code_hash from one_time_codes`,
  );
  assert.ok(secrets.length > 5);
  for (const { secret } of secrets) assert.ok(!lines.includes(String(secret)), String(secret));
});

Deno.test("people are matched by email address, and can still sign in", async () => {
  const lines = await populated();
  const { record } = JSON.parse(lines[1]!);
  const database = await emptyServer();
  await database.write((tx) =>
    tx.insertInto("users").values({
      id: "user_here",
      email: record.email,
      name: "Known Here",
      created_at: now.toISOString(),
    }).execute()
  );
  const done = await importLines(database, each(lines), { dryRun: false, now });
  assert.equal(done.peopleKnown, 1);
  const [found] = await rows(
    database,
    `select count(*) as n, (select name from users where id = 'user_here') as name
      from profiles where user_id = 'user_here'`,
  );
  assert.deepEqual({ ...found }, { n: 1, name: "Known Here" });
  await database.close();
});

Deno.test("a dry run of an import changes nothing, and a real import brings every task", async () => {
  await using world = await createWorld();
  const { workspaceId } = await populateAll(world);
  for (let n = 0; n < 210; n++) {
    await sql.raw(`insert into tasks (id, workspace_id, team_id, number, title, status, state_id,
        creator_id, created_at, updated_at)
      select 'task_more${n}', workspace_id, team_id, ${10_000 + n}, 'Hollyhock ${n}', status,
        state_id, creator_id, created_at, updated_at
      from tasks where workspace_id = '${workspaceId}' limit 1`).execute(world.database.read);
  }
  const lines = await linesOf(world.database, workspaceId);
  const database = await emptyServer();
  const all = `select (select count(*) from users) as users, (select count(*) from tasks) as tasks,
    (select count(*) from search_documents) as documents,
    (select count(*) from search_index where search_index match 'hollyhock') as found`;
  const tried = await importLines(database, each(lines), { dryRun: true, now });
  assert.equal(tried.dryRun, true);
  assert.deepEqual(await rows(database, all), [{ users: 0, tasks: 0, documents: 0, found: 0 }]);
  await importLines(database, each(lines), { dryRun: false, now });
  assert.equal((await rows(database, all))[0]?.found, 210);
  await database.close();
});

Deno.test("a file without line breaks is refused before it is read completely", async () => {
  await using machine = await makeMachine();
  const endless = `${machine.folder}/endless.jsonl`;
  await Deno.writeTextFile(endless, "x".repeat(9_000_000));
  const { code, stderr } = await machine.run(["import", "--dry-run", endless]);
  assert.deepEqual([code, stderr], [
    1,
    "A line is too long for a Backlog export. Nothing was imported.\n",
  ]);
});

Deno.test("the commands move a workspace from one server to another", async () => {
  await using machine = await makeMachine();
  await machine.seed(20);
  const file = `${machine.folder}/acme.jsonl`;
  const on = `${machine.folder}/other.db`;
  const [demo] = await rowsOf<{ id: string }>(
    machine.database,
    "select id from workspaces where name = 'Sundline Ferries'",
  );
  const server = await startServer({ BACKLOG_DATABASE_URL: `file:${machine.database}` });
  const taken = ["export", "--workspace", demo!.id, file];
  assert.equal((await machine.run(taken)).code, 0, "a running server is in the way");
  await server.stop();
  assert.match((await machine.run(taken)).stderr, /already exists/);
  const tried = await machine.run(["import", "--dry-run", file], { on });
  assert.deepEqual([tried.code, JSON.parse(tried.stdout).dryRun], [0, true], tried.stderr);
  assert.deepEqual(machine.names("other"), [], "a dry run left a database");
  const done = await machine.run(["import", "-"], { on, stdin: Deno.readTextFileSync(file) });
  assert.equal(done.code, 0, done.stderr);
  assert.equal(JSON.parse(done.stdout).peopleMade, 13);
  const again = await machine.run(["export"], { on });
  assert.equal(again.stdout, Deno.readTextFileSync(file));
  const twice = await machine.run(["import", file], { on });
  assert.equal(twice.code, 1);
  assert.match(
    twice.stderr,
    /^Line 1 contains the workspace ws_\w+, which already exists here\. .*\n$/,
  );
  assert.equal((await machine.run(["doctor"], { on })).code, 0);
  await machine.run(["seed", "--tasks", "1"], { on });
  const which = await machine.run(["export"], { on });
  assert.match(
    which.stderr,
    /^There are several workspaces\. Add --workspace with one of these: .*\n$/,
  );
  const unknown = await machine.run(["export", "--workspace", "ws_x"], { on });
  assert.match(unknown.stderr, /^Workspace ws_x not found\. Use one of ws_\w+ \(.*\n$/);
  const [, name] = /\(([^)]*)\)/.exec(unknown.stderr)!;
  const called = await machine.run(["export", "--workspace", name!.toUpperCase()], { on });
  assert.equal(called.code, 0, called.stderr);
  await using _busy = await startServer({ BACKLOG_DATABASE_URL: `file:${on}` });
  assert.match((await machine.run(["import", file], { on })).stderr, /is in use\. Stop the server/);
});

Deno.test("an export onto a full disk prints one sentence and leaves no file", async () => {
  await using machine = await makeMachine();
  await machine.seed(60);
  const [workspace] = await rowsOf<{ id: string }>(
    machine.database,
    "select workspace_id as id from tasks group by 1 order by count(*) desc",
  );
  const file = `${machine.folder}/out.jsonl`;
  const [program = "sh", ...words] = [...limited("ulimit -f 100"), binary.program, ...binary.words];
  const { code, stdout, stderr } = await runLine(
    { name: "backlog", program, words },
    machine.folder,
    ["export", file, "--workspace", workspace!.id],
    { env: { BACKLOG_DATABASE_URL: `file:${machine.database}`, BACKLOG_LOG: "none" } },
  );
  assert.deepEqual([code, stdout], [1, ""], stderr);
  assert.match(stderr, /^The file can't be written\. The file would be larger .+\.\n$/);
  assert.deepEqual(machine.names().filter((name) => name.includes("out.jsonl")), []);
});
