import assert from "node:assert/strict";
import { sql } from "kysely";
import { importLines } from "../../cli/operator/transfer/import.ts";
import { migrations } from "../../migrations/index.ts";
import type { Database } from "../../server/database/open.ts";
import { each, emptyServer, furnishAll, linesOf } from "../cli/support/furnished.ts";
import { createWorld } from "../support/world.ts";

const step = migrations.findIndex(({ name }) => name.endsWith("_no_control_characters"));

/** What a program stored that refused no control character. */
const older = [
  "update tasks set title = 'Mend' || char(7) || 'the gate', description = 'a' || char(27) || '[2J' || char(10) || '  b' where number = 1 and team_id = (select id from teams where key = 'ENG')",
  "update profiles set title = char(27), bio = 'x' || char(8) || 'y' where username = 'dina'",
  "update task_labels set name = 'Bug' || char(155), name_key = 'bug' || char(155) where name = 'Hinge'",
  `update views set filters = '{"q":"a\\u0007b"}' where name = 'All open'`,
];

async function spoil(database: Database) {
  for (const one of older) await database.write((tx) => sql.raw(one).execute(tx));
}

async function texts(database: Database) {
  const { rows } = await sql<{ value: string }>`
    select title as value from tasks where title glob 'Mend*' union all
    select description from tasks where description is not null union all
    select title from profiles where title is not null union all
    select bio from profiles where bio is not null union all
    select name || '|' || name_key from task_labels where name_key glob 'bug*'
      and workspace_id = (select workspace_id from profiles where username = 'dina') union all
    select body from comments where body like 'z%' union all
    select filters from views where filters <> '{}'`.execute(database.read);
  return rows.map(({ value }) => value);
}

const clean = [
  "Mend the gate",
  "a [2J\n  b",
  "?",
  "x y",
  "Bug|bug",
  "Bug 2|bug 2",
  '{"q":"a b"}',
];

Deno.test("control characters that were stored before they were refused become spaces, and no name is there twice", async () => {
  await using world = await createWorld();
  await furnishAll(world);
  await spoil(world.database);
  await sql.raw("update comments set body = 'z' || char(0) || '!' where body = 'On it'")
    .execute(world.database.read);
  const before = await versions(world.database);
  await world.database.write((tx) => migrations[step]!.up(tx));
  assert.deepEqual((await texts(world.database)).sort(), [...clean, "z !"].sort());
  const after = await versions(world.database);
  assert.equal(after.revision, before.revision + 1);
  assert.ok(after.version > before.version, "who holds the old record is told nothing");
  await world.database.write((tx) => migrations[step]!.up(tx));
  assert.deepEqual(await versions(world.database), after, "what is clean is left alone");
});

Deno.test("an export with control characters in its texts comes in without them", async () => {
  await using world = await createWorld();
  const { workspaceId } = await furnishAll(world);
  await spoil(world.database);
  await sql.raw("update task_labels set name = 'Crank', name_key = 'crank' where name like 'Bug_'")
    .execute(world.database.read);
  const [header, ...records] = await linesOf(world.database, workspaceId);
  const lines = [JSON.stringify({ ...JSON.parse(header!), schemaVersion: step }), ...records];
  const database = await emptyServer();
  const now = new Date("2026-03-18T15:00:00.000Z");
  await importLines(database, each(lines), { dryRun: false, now });
  assert.deepEqual(
    (await texts(database)).sort(),
    clean.filter((text) => !text.startsWith("Bug 2")).sort(),
  );
  await database.close();
});

async function versions(database: Database) {
  const { rows } = await sql<{ revision: number; version: number }>`
    select max(w.revision) as revision, max(t.version) as version
    from workspaces w join tasks t on t.workspace_id = w.id where t.title like 'Mend%'`
    .execute(database.read);
  return { ...rows[0]! };
}
