import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import { openDatabase } from "../../server/database/open.ts";

const at = "2026-03-10T10:00:00.000Z";

Deno.test("automations that were kept to no team go on reaching each public one, others their own", async () => {
  const database = await openDatabase(":memory:");
  const step = migrations.findIndex(({ name }) => name.endsWith("_automation_reach"));
  await database.write(async (tx) => {
    await sql`pragma defer_foreign_keys = 1`.execute(tx);
    for (const migration of migrations.slice(0, step)) await migration.up(tx);
    await sql`insert into workspaces (id, name, created_at) values ('ws_1', 'Acme', ${at})`
      .execute(tx);
    await sql`insert into workflows (id, workspace_id, name, created_at)
      values ('flow_1', 'ws_1', 'Default', ${at})`.execute(tx);
    await sql`insert into teams (id, workspace_id, key, name, workflow_id, created_at)
      values ('team_1', 'ws_1', 'ENG', 'Engineering', 'flow_1', ${at})`.execute(tx);
    for (const n of [1, 2]) {
      await sql`insert into profiles (id, workspace_id, kind, name, username, created_at)
        values (${`prof_${n}`}, 'ws_1', 'agent', 'Bot', ${`bot${n}`}, ${at})`.execute(tx);
      await sql`insert into automations (id, workspace_id, profile_id, name, provider_type, scopes,
          created_at, updated_at)
        values (${`auto_${n}`}, 'ws_1', ${`prof_${n}`}, 'Bot', 'custom', '[]', ${at}, ${at})`
        .execute(tx);
    }
    await sql`insert into automation_teams (automation_id, team_id) values ('auto_1', 'team_1')`
      .execute(tx);
    await migrations[step]!.up(tx);
  });
  const { rows } = await sql`select id, every_public_team from automations order by id`
    .execute(database.read);
  assert.deepEqual(rows.map((row) => ({ ...row as object })), [
    { id: "auto_1", every_public_team: 0 },
    { id: "auto_2", every_public_team: 1 },
  ]);
  await database.close();
});
