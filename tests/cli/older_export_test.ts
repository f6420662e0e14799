import assert from "node:assert/strict";
import { sql } from "kysely";
import { exportLines } from "../../cli/operator/transfer/export.ts";
import { importLines } from "../../cli/operator/transfer/import.ts";
import { migrate } from "../../server/database/migrate.ts";
import { type Database, openDatabase } from "../../server/database/open.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

/** A workspace in New York with a deadline, its history and a view, as a program exported it that kept moments. */
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
    const older = JSON.stringify(schemaVersion ? { ...read, schemaVersion: 21 } : read);
    return older.replaceAll("2026-07-01", end).replaceAll(
      "2026-07-02\\",
      "2026-07-02T04:00:00.000Z\\",
    );
  });
}

async function* each(lines: string[]) {
  yield* lines;
}

async function values(database: Database, query: string): Promise<unknown[]> {
  const { rows } = await sql.raw<object>(query).execute(database.read);
  return rows.map((row) => Object.values(row)[0]);
}

Deno.test("an export from when deadlines were moments comes in with the days that were set", async () => {
  const lines = await olderLines();
  assert.equal(lines.filter((line) => line.includes("2026-07-02T03:59:59.000Z")).length, 2);
  assert.equal(lines.filter((line) => line.includes("2026-07-02T04:00:00.000Z")).length, 1);
  const database = await openDatabase(":memory:");
  await migrate(database);
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

Deno.test("a line that was kept with what nobody sees in it comes in without that", async () => {
  const lines = await olderLines();
  const turned = lines.map((line) => {
    const { kind, record, ...rest } = JSON.parse(line);
    if (kind === "tasks") record.title = "a\u202egpj.exe\u200b";
    if (kind === "tasks") record.description = "a\u202eb";
    if (kind === "teams") record.expertise_area = "\u2066";
    return JSON.stringify({ kind, ...(record && { record }), ...rest });
  });
  const database = await openDatabase(":memory:");
  await migrate(database);
  await importLines(database, each(turned), { dryRun: false, now: new Date("2026-07-10") });
  assert.deepEqual(await values(database, "select title from tasks"), ["agpj.exe"]);
  assert.deepEqual(await values(database, "select description from tasks"), ["a\u202eb"]);
  assert.deepEqual(
    new Set(await values(database, "select expertise_area from teams")),
    new Set(["?"]),
  );
  await database.close();
});
