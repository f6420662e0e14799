import assert from "node:assert/strict";
import { sql } from "kysely";
import { seedDatabase } from "../../../cli/operator/demo/seed.ts";
import { planDemo } from "../../../cli/operator/demo/plan.ts";
import type { DemoCast } from "../../../cli/operator/demo/cast.ts";
import { migrate } from "../../../server/database/migrate.ts";
import { type Database, openDatabase } from "../../../server/database/open.ts";
import { Caches } from "../../../server/domain/core/caches.ts";
import { EvenAnswerTime } from "../../../server/domain/core/even_answer_time.ts";
import { noMailer } from "../../../server/domain/core/mailer.ts";
import { perform, type Services } from "../../../server/domain/core/operation.ts";
import { listInbox } from "../../../server/domain/inbox/list.ts";
import type { Notification } from "../../../server/domain/inbox/schema.ts";
import { listTasks } from "../../../server/domain/tasks/list.ts";
import type { Task } from "../../../server/domain/tasks/schema.ts";

const now = new Date("2026-03-18T15:00:00.000Z");
const config = { origin: "http://localhost:5173", signup: "invite" } as const;

async function seeded(tasks: number): Promise<{ database: Database; cast: DemoCast }> {
  const database = await openDatabase(":memory:");
  await migrate(database);
  return { database, cast: await seedDatabase(database, config, { tasks, now }) };
}

async function rows<T>(database: Database, query: string): Promise<T[]> {
  return (await sql.raw<T>(query).execute(database.read)).rows;
}

const servicesOf = (database: Database): Services => ({
  database,
  mailer: noMailer,
  clock: () => now,
  evenAnswerTime: new EvenAnswerTime(),
  caches: new Caches(),
  committed() {},
  logError: (error: unknown) => assert.fail(String(error)),
  settings: { ...config, taskLimit: undefined },
});

Deno.test("a demo of 200 tasks has 200 tasks, thirteen people, five teams, and a valid file", async () => {
  const { database } = await seeded(200);
  const [counts] = await rows(
    database,
    `select (select count(*) from tasks) as tasks, (select count(*) from users) as people,
      (select count(*) from teams where key <> 'VOL') as teams, (select sum(task_count) from teams) as counted,
      (select count(*) from search_documents where kind = 'task') as documents,
      (select count(*) from activity where kind in ('task.created', 'task.drafted')) as made`,
  );
  assert.deepEqual({ ...counts as object }, {
    tasks: 200,
    people: 13,
    teams: 5,
    counted: 200,
    documents: 200,
    made: 200,
  });
  assert.deepEqual(await rows(database, "pragma foreign_key_check"), []);
  assert.deepEqual(await rows(database, "select * from outbox where kind = 'invitation'"), []);
  const [integrity] = await rows<{ integrity_check: string }>(database, "pragma integrity_check");
  assert.equal(integrity?.integrity_check, "ok");
  await database.close();
});

Deno.test("a team's tasks are numbered from 1 without gaps, in the order of their IDs", async () => {
  const { database } = await seeded(200);
  const tasks = await rows<{ team_id: string; number: number }>(
    database,
    "select team_id, number from tasks order by id",
  );
  const expected = new Map<string, number>();
  for (const { team_id, number } of tasks) {
    assert.equal(number, (expected.get(team_id) ?? 0) + 1);
    expected.set(team_id, number);
  }
  const teams = await rows<{ id: string; next_number: number }>(database, "select * from teams");
  for (const { id, next_number } of teams) assert.equal(next_number, (expected.get(id) ?? 0) + 1);
  await database.close();
});

Deno.test("a demo task matches its activity, and has no time in the future", async () => {
  const { database } = await seeded(200);
  const wrong = await rows(
    database,
    `select t.title from tasks t where
      t.created_at > '${now.toISOString()}' or t.updated_at > '${now.toISOString()}'
      or (t.status = 'completed') <> (t.completed_at is not null)
      or t.status <> (select state.status from workflow_states state where state.id = t.state_id)
      or t.status <> coalesce((select json_extract(a.data, '$.to') from activity a
        where a.subject_id = t.id and a.kind = 'task.status_changed' order by a.seq desc limit 1),
        t.status)`,
  );
  assert.deepEqual(wrong, []);
  const backwards = await rows(
    database,
    "select 1 from activity a join activity b on b.seq = a.seq + 1 where b.created_at < a.created_at",
  );
  assert.deepEqual(backwards, []);
  await database.close();
});

Deno.test("searching for words of its title finds a demo task, for people who can see it", async () => {
  const { database, cast } = await seeded(200);
  const wanted = planDemo(200, now).tasks.find((task) => !task.draft)!;
  const found = await perform(servicesOf(database), cast.members.get("bruno")!, listTasks, {
    q: wanted.title,
  });
  const titles = (JSON.parse(found.records) as Task[]).map((task) => task.title);
  assert.ok(titles.includes(wanted.title), `${wanted.title} is not among ${titles.join(", ")}`);
  await database.close();
});

Deno.test("the demo's owner has every kind of notification in the inbox", async () => {
  const { database, cast } = await seeded(200);
  const owner = cast.members.get(cast.owner)!;
  const { records } = await perform(servicesOf(database), owner, listInbox, { limit: 250 });
  const entries = JSON.parse(records) as Notification[];
  const reasons = new Set(entries.map(({ reason }) => reason));
  const all = [
    "approval",
    "assignment",
    "comment",
    "invitation",
    "mention",
    "reminder",
    "status",
    "viewUpdate",
  ];
  assert.deepEqual([...reasons].sort(), all);
  const waits = (reason: string) => entries.filter((one) => one.reason === reason && !one.readAt);
  assert.equal(waits("approval").length, 2);
  assert.equal(waits("invitation")[0]!.subject.title, "Harbor Festival");
  await database.close();
});

Deno.test("the same day gives the same demo, and a second demo in a database gets a number", async () => {
  const one = planDemo(200, now).tasks;
  const again = planDemo(200, now).tasks;
  assert.deepEqual(one.map((task) => task.title), again.map((task) => task.title));
  const { database } = await seeded(20);
  const second = await seedDatabase(database, config, { tasks: 20, now });
  assert.equal(second.name, "Sundline Ferries 2");
  const [users] = await rows<{ n: number }>(database, "select count(*) as n from users");
  assert.equal(users?.n, 13, "the same people take part in both");
  const [asked] = await rows(database, "select count(*) as n from invitations");
  assert.deepEqual({ ...asked as object }, { n: 1 }, "and nobody invites the owner twice");
  await database.close();
});
