import assert from "node:assert/strict";
import { sql } from "kysely";
import { exportLines } from "../../../cli/operator/transfer/export_lines.ts";
import { importLines } from "../../../cli/operator/transfer/import_lines.ts";
import type { Database } from "../../../server/database/open.ts";
import { createApproval } from "../../../server/domain/approvals/create.ts";
import { withdrawApproval } from "../../../server/domain/approvals/withdraw.ts";
import { perform } from "../../../server/domain/core/operation.ts";
import { updateTask } from "../../../server/domain/tasks/update.ts";
import { createView } from "../../../server/domain/saved_views/create.ts";
import { withCast } from "../../support/cast.ts";
import { createWorld } from "../../support/world.ts";
import { each, emptyServer, linesOf, populateAll } from "../support/populated.ts";

/** Returns an export by a program that stored times: a workspace in New York with a deadline, its activity, and a view. */
async function olderLines(): Promise<string[]> {
  const end = "2026-07-02T03:59:59.000Z";
  let lines: string[] = [];
  await withCast(createWorld(), async ({ world, ada, task, workspaceId }) => {
    const { id } = await task(ada);
    const patch = { deadlineAt: "2026-07-01" };
    await perform(world.services, ada.member, updateTask, { taskId: id, patch });
    const filters = { deadlineBefore: "2026-07-02" };
    await perform(world.services, ada.member, createView, { name: "Due", filters });
    lines = await Array.fromAsync(exportLines(world.database.read, workspaceId));
  });
  return lines.map((line) => {
    const { schemaVersion, ...read } = JSON.parse(line);
    if (read.kind === "workspaces") read.record.time_zone = "America/New_York";
    const older = JSON.stringify(schemaVersion ? { ...read, version: 1, schemaVersion: 21 } : read);
    return older.replaceAll("2026-07-01", end).replaceAll(
      "2026-07-02\\",
      "2026-07-02T04:00:00.000Z\\",
    );
  });
}

async function values(database: Database, query: string): Promise<unknown[]> {
  const { rows } = await sql.raw<object>(query).execute(database.read);
  return rows.map((row) => Object.values(row)[0]);
}

Deno.test("an export with times as deadlines is imported with the days that were set", async () => {
  const lines = await olderLines();
  assert.equal(lines.filter((line) => line.includes("2026-07-02T03:59:59.000Z")).length, 2);
  assert.equal(lines.filter((line) => line.includes("2026-07-02T04:00:00.000Z")).length, 1);
  const database = await emptyServer();
  await importLines(database, each(lines), { dryRun: false, now: new Date("2026-07-10") });
  assert.deepEqual(await values(database, "select deadline_at from tasks"), ["2026-07-01"]);
  assert.deepEqual(
    await values(database, "select data from activity where kind = 'task.deadline_changed'"),
    ['{"from":null,"to":"2026-07-01"}'],
  );
  assert.deepEqual(await values(database, "select filters from views"), [
    '{"deadlineBefore":"2026-07-02"}',
  ]);
  await database.close();
});

/** Data of a program that accepted control characters. */
const spoilt = [
  "update tasks set title = 'Mend' || char(7) || 'the gate', description = 'a' || char(27) || '[2J' || char(10) || '  b' where number = 1 and team_id = (select id from teams where key = 'ENG')",
  "update profiles set title = char(27), bio = 'x' || char(8) || 'y' where username = 'dina'",
  "update task_labels set name = 'Crank' || char(155), name_key = 'crank' || char(155) where name = 'Hinge'",
  `update views set filters = '{"q":"a\\u0007b"}' where name = 'All open'`,
];

/** Returns an export from that time with this data. */
async function spoiltLines(): Promise<string[]> {
  await using world = await createWorld();
  const { workspaceId } = await populateAll(world);
  for (const one of spoilt) await world.database.write((tx) => sql.raw(one).execute(tx));
  const [header, ...records] = await linesOf(world.database, workspaceId);
  return [JSON.stringify({ ...JSON.parse(header!), version: 1, schemaVersion: 23 }), ...records];
}

const march = new Date("2026-03-18T15:00:00.000Z");

Deno.test("an export with control characters in its texts is imported without them", async () => {
  const database = await emptyServer();
  await importLines(database, each(await spoiltLines()), { dryRun: false, now: march });
  const texts = await values(
    database,
    `select title as value from tasks where title glob 'Mend*' union all
      select description from tasks where description is not null union all
      select title from profiles where title is not null union all
      select bio from profiles where bio is not null union all
      select name || '|' || name_key from task_labels where name_key glob 'crank*' union all
      select filters from views where filters <> '{}'`,
  );
  assert.deepEqual(
    texts.toSorted(),
    [
      ...Array.from({ length: 3 }, () => "- [ ] oil the hinges"),
      "Mend the gate",
      "a [2J\n  b",
      "?",
      "x y",
      "Crank|crank",
      '{"q":"a b"}',
    ].sort(),
  );
  await database.close();
});

Deno.test("names that are equal without control characters are refused at the line of the second one", async () => {
  const lines = await spoiltLines();
  const at = lines.findIndex((line) => line.includes('"name":"Crank'));
  const { kind, record } = JSON.parse(lines[at]!);
  const second = { ...record, id: "tlabel_2", name: "Crank", name_key: "crank" };
  lines.splice(at + 1, 0, JSON.stringify({ kind, record: second }));
  const database = await emptyServer();
  await assert.rejects(
    importLines(database, each(lines), { dryRun: false, now: march }),
    { message: new RegExp(`^Line ${at + 2} can't be stored .*UNIQUE.*\\. Nothing was imported`) },
  );
  await database.close();
});

Deno.test("single-line text with invisible characters is imported without them", async () => {
  const lines = await olderLines();
  const turned = lines.map((line) => {
    const { kind, record, ...rest } = JSON.parse(line);
    if (kind === "tasks") record.title = "a\u202egpj.exe\u200b";
    if (kind === "tasks") record.description = "a\u202eb";
    if (kind === "teams") record.expertise_area = "\u2066";
    return JSON.stringify({ kind, ...(record && { record }), ...rest });
  });
  const database = await emptyServer();
  await importLines(database, each(turned), { dryRun: false, now: new Date("2026-07-10") });
  assert.deepEqual(await values(database, "select title from tasks"), ["agpj.exe"]);
  assert.deepEqual(await values(database, "select description from tasks"), ["a\u202eb"]);
  assert.deepEqual(
    new Set(await values(database, "select expertise_area from teams")),
    new Set(["?"]),
  );
  await database.close();
});

Deno.test("an export from before the renamed columns imports interfaces and requesters", async () => {
  let lines: string[] = [];
  let workspaceId = "";
  await withCast(createWorld(), async (cast) => {
    const { world, ada, chidi, task } = cast;
    workspaceId = cast.workspaceId;
    const asked = {
      taskId: (await task(chidi)).id,
      approverId: ada.member.profile.id,
      body: "Ok?",
    };
    const { id } = await perform(world.services, chidi.member, createApproval, asked);
    await perform(world.services, chidi.member, withdrawApproval, { approvalId: id });
    lines = await linesOf(world.database, workspaceId);
  });
  const older = lines.map((line) => {
    const { schemaVersion, ...read } = JSON.parse(line);
    if (schemaVersion) return JSON.stringify({ ...read, schemaVersion: 40 });
    return line.replace('"interface":', '"door":').replace('"requester_id":', '"asker_id":')
      .replace('\\"requester\\":', '\\"asker\\":');
  });
  assert.ok(older.some((line) => line.includes('\\"asker\\":')));
  assert.ok(older.some((line) => line.includes('"asker_id":')));
  const database = await emptyServer();
  await importLines(database, each(older), { dryRun: false, now: march });
  assert.deepEqual((await linesOf(database, workspaceId)).slice(1), lines.slice(1));
  await database.close();
});
