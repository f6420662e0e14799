import assert from "node:assert/strict";
import { type Kysely, sql } from "kysely";
import { deadlinesToDays } from "../../../cli/operator/transfer/older_deadlines.ts";
import type { Database } from "../../../server/database/open.ts";
import type { Tables } from "../../../server/database/tables.ts";
import { emptyServer } from "../support/populated.ts";

/** More rows than are read at once. */
const MANY = 2_100;

const at = "2026-03-10T10:00:00.000Z";
/** The time at which Acme moved from New York to Kathmandu. */
const moved = "2026-04-01T00:00:00.000Z";
const later = "2026-05-01T00:00:00.000Z";

type Tx = Kysely<Tables>;

/** Imports an export by a program that stored times, and converts them to days in the time zones of both workspaces. */
async function databaseFrom(
  fill: (tx: Tx) => Promise<void>,
  ids = ["ws_a", "ws_k"],
): Promise<Database> {
  const database = await emptyServer();
  await database.write(async (tx) => {
    await workspace(tx, "a", "Asia/Kathmandu");
    await workspace(tx, "k", "Pacific/Kiritimati");
    await history(tx, "a", "workspace.time_zone_changed", "ws_a", moved, {
      from: "America/New_York",
      to: "Asia/Kathmandu",
    });
    await fill(tx);
    for (const id of ids) await deadlinesToDays(tx, id);
  });
  return database;
}

async function workspace(tx: Tx, w: string, timeZone: string) {
  await sql`insert into workspaces (id, name, time_zone, created_at)
    values (${`ws_${w}`}, 'Acme', ${timeZone}, ${at})`.execute(tx);
  await sql`insert into profiles (id, workspace_id, kind, name, username, created_at)
    values (${`prof_${w}`}, ${`ws_${w}`}, 'human', 'Ada', 'ada', ${at})`.execute(tx);
  await sql`insert into workflows (id, workspace_id, name, name_key, created_at)
    values (${`flow_${w}`}, ${`ws_${w}`}, 'Default', 'default', ${at})`.execute(tx);
  await sql`insert into workflow_states (id, workflow_id, name, status, position)
    values (${`state_${w}`}, ${`flow_${w}`}, 'Planned', 'planned', 1)`.execute(tx);
  await sql`insert into teams (id, workspace_id, key, name, workflow_id, created_at)
    values (${`team_${w}`}, ${`ws_${w}`}, 'ENG', 'Engineering', ${`flow_${w}`}, ${at})`.execute(tx);
}

let number = 0;

async function task(tx: Tx, w: string, id: string, deadline: string | null, created = at) {
  await sql`insert into tasks (id, workspace_id, team_id, number, title, status, state_id,
      creator_id, deadline_at, created_at, updated_at)
    values (${id}, ${`ws_${w}`}, ${`team_${w}`}, ${++number}, 'Mend the gate', 'planned',
      ${`state_${w}`}, ${`prof_${w}`}, ${deadline}, ${created}, ${created})`.execute(tx);
}

async function history(
  tx: Tx,
  w: string,
  kind: string,
  subject: string,
  when: string,
  data: unknown,
) {
  await sql`insert into activity (id, workspace_id, subject_kind, subject_id, kind, actor_id, interface,
      data, created_at)
    values (${`act_${++number}`}, ${`ws_${w}`}, 'task', ${subject}, ${kind}, null, 'web',
      ${JSON.stringify(data)}, ${when})`.execute(tx);
}

async function view(tx: Tx, w: string, filters: Record<string, string>) {
  const n = ++number;
  await sql`insert into views (id, workspace_id, key, kind, scope, owner_id, name, layout,
      filters, grouping, sorting, created_at, updated_at)
    values (${`view_${n}`}, ${`ws_${w}`}, ${`v${n}`}, 'task', 'personal', ${`prof_${w}`}, 'Due', 'list',
      ${JSON.stringify(filters)}, 'none', 'deadlineAt', ${later}, ${later})`.execute(tx);
}

async function read(database: Database, query: string): Promise<unknown[][]> {
  const { rows } = await sql.raw<object>(query).execute(database.read);
  await database.close();
  return rows.map((row) => Object.values(row));
}

Deno.test("stored times become their day in the workspace's time zone", async () => {
  const database = await databaseFrom(async (tx) => {
    await task(tx, "k", "task_1", "2026-12-24T09:59:59.000Z");
    await task(tx, "k", "task_2", "2026-12-24T10:00:00.000Z");
    await task(tx, "k", "task_3", "2028-02-29T09:59:59.000Z");
    await task(tx, "k", "task_4", null);
    await task(tx, "a", "task_5", "2026-12-24T18:14:59.000Z", later);
    await task(tx, "a", "task_6", "2026-12-24T18:15:00.000Z", later);
  });
  assert.deepEqual(
    await read(database, "select id, deadline_at, version, updated_at from tasks order by id"),
    [
      ["task_1", "2026-12-24", 1, at],
      ["task_2", "2026-12-25", 1, at],
      ["task_3", "2028-02-29", 1, at],
      ["task_4", null, 1, at],
      ["task_5", "2026-12-24", 1, later],
      ["task_6", "2026-12-25", 1, later],
    ],
  );
});

Deno.test("a deadline from before a time zone change becomes the day that was set", async () => {
  // The end of 1 July in New York, which is 2 July in Kathmandu
  const end = "2026-07-02T03:59:59.000Z";
  const database = await databaseFrom(async (tx) => {
    await task(tx, "a", "task_1", end);
    await task(tx, "a", "task_2", end);
    await history(tx, "a", "task.deadline_changed", "task_2", later, { from: null, to: end });
    await task(tx, "a", "task_3", end, later);
  });
  assert.deepEqual(await read(database, "select deadline_at from tasks order by id"), [
    ["2026-07-01"],
    ["2026-07-02"],
    ["2026-07-02"],
  ]);
});

Deno.test("activity shows the day that was set", async () => {
  const end = "2026-07-02T03:59:59.000Z";
  const database = await databaseFrom(async (tx) => {
    const set = (when: string, from: string | null, to: string | null) =>
      history(tx, "a", "task.deadline_changed", "task_1", when, { from, to });
    await set(at, null, end);
    await set(at, end, "2026-03-09T03:59:59.000Z");
    await set(later, end, null);
    await history(tx, "a", "task.title_changed", "task_1", later, { from: end, to: "Gate" });
  });
  const rows = await read(database, "select data from activity where subject_id = 'task_1'");
  assert.deepEqual(rows.map(([data]) => JSON.parse(String(data))), [
    { from: null, to: "2026-07-01" },
    { from: "2026-07-01", to: "2026-03-08" },
    { from: "2026-07-02", to: null },
    { from: end, to: "Gate" },
  ]);
});

Deno.test("saved views filter by days for deadlines, and still by times for other filters", async () => {
  const filters = {
    status: "planned",
    updatedSince: "2026-04-30T18:15:00.000Z",
    deadlineAfter: "2026-04-30T18:15:00.000Z",
    deadlineBefore: "2026-05-31T18:15:00.000Z",
  };
  const database = await databaseFrom(async (tx) => {
    for (const kept of [filters, { status: "planned" }]) await view(tx, "a", kept);
  });
  const rows = await read(database, "select filters from views order by rowid");
  assert.deepEqual(rows.map(([kept]) => JSON.parse(String(kept))), [
    { ...filters, deadlineAfter: "2026-05-01", deadlineBefore: "2026-06-01" },
    { status: "planned" },
  ]);
});

Deno.test("the conversion doesn't change records of other workspaces", async () => {
  const end = "2026-12-24T10:00:00.000Z";
  const database = await databaseFrom(async (tx) => {
    for (const w of ["a", "k"]) {
      await task(tx, w, `task_${w}`, end, later);
      await history(tx, w, "task.deadline_changed", `task_${w}`, later, { from: null, to: end });
      await view(tx, w, { deadlineAfter: end });
    }
  }, ["ws_k"]);
  const stored = `select deadline_at, data, filters from tasks t
    join activity h on h.subject_id = t.id join views v on v.workspace_id = t.workspace_id order by t.id`;
  const day = "2026-12-25";
  assert.deepEqual(await read(database, stored), [
    [end, `{"from":null,"to":"${end}"}`, `{"deadlineAfter":"${end}"}`],
    [day, `{"from":null,"to":"${day}"}`, `{"deadlineAfter":"${day}"}`],
  ]);
});

Deno.test("the conversion includes all of very many records", async () => {
  const database = await databaseFrom(async (tx) => {
    await task(tx, "k", "task_", "2026-12-24T10:00:00.000Z");
    await sql`
      with recursive n (i) as (select 1 union all select i + 1 from n where i < ${MANY})
      insert into tasks (id, workspace_id, team_id, number, title, status, state_id, creator_id,
        deadline_at, created_at, updated_at)
      select 'task_' || n.i, workspace_id, team_id, 10000 + n.i, title, status, state_id, creator_id,
        deadline_at, created_at, updated_at from n, tasks`.execute(tx);
    await sql`
      insert into activity (id, workspace_id, subject_kind, subject_id, kind, interface, data, created_at)
      select 'act_' || id, workspace_id, 'task', id, 'task.deadline_changed', 'web',
        json_object('from', null, 'to', deadline_at), created_at from tasks`.execute(tx);
  });
  const found = await read(
    database,
    `select (select count(*) from tasks where deadline_at = '2026-12-25'),
      (select count(*) from activity where data = '{"from":null,"to":"2026-12-25"}')`,
  );
  assert.deepEqual(found, [[MANY + 1, MANY + 1]]);
});

Deno.test("a time at the edge of the valid years stays valid in every time zone", async () => {
  const database = await databaseFrom(async (tx) => {
    await task(tx, "k", "task_1", "9999-12-31T23:00:00.000Z");
    await task(tx, "a", "task_2", "1970-01-01T00:00:00.000Z", at);
    await task(tx, "a", "task_3", "9999-12-31T23:00:00.000Z", at);
  });
  assert.deepEqual(await read(database, "select id, deadline_at from tasks order by id"), [
    ["task_1", "9999-12-31"],
    ["task_2", "1970-01-01"],
    ["task_3", "9999-12-31"],
  ]);
});
