import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import { emptyDatabase } from "../support/database.ts";

const step = migrations.findIndex(({ name }) => name.endsWith("_renamed_columns"));
const at = "2026-03-01T10:00:00.000Z";

Deno.test("the migration keeps each change's interface and undo, and renames the requester in approvals", async () => {
  await using open = await emptyDatabase();
  const { database } = open;
  await database.write(async (tx) => {
    for (const { up } of migrations.slice(0, step)) await up(tx);
    await sql`insert into workspaces (id, name, time_zone, created_at)
      values ('ws_a', 'Acme', 'UTC', ${at})`.execute(tx);
    const ada = { id: "prof_a", name: "Ada" };
    for (
      const [id, kind, data] of [
        ["act_a", "task.approved", { to: { id: "appr_a", asker: ada } }],
        ["act_b", "task.approval_withdrawn", { from: { id: "appr_a", asker: ada, approver: ada } }],
        ["act_c", "task.title_changed", { from: "asker", to: "A requester" }],
      ] as const
    ) {
      await sql`insert into activity (id, workspace_id, subject_kind, subject_id, kind, door, data,
          created_at, taken_back_at)
        values (${id}, 'ws_a', 'task', 'task_a', ${kind}, 'cli', ${JSON.stringify(data)}, ${at},
          ${at})`.execute(tx);
    }
    for (const { up } of migrations.slice(step)) await up(tx);
  });
  const rows = await database.read.selectFrom("activity")
    .select(["interface", "undone_at", "data"]).orderBy("id").execute();
  const ada = { id: "prof_a", name: "Ada" };
  assert.deepEqual(
    rows.map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) })),
    [
      { to: { id: "appr_a", requester: ada } },
      { from: { id: "appr_a", requester: ada, approver: ada } },
      { from: "asker", to: "A requester" },
    ].map((data) => ({ interface: "cli", undone_at: at, data })),
  );
});
