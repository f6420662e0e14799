import assert from "node:assert/strict";
import { sql } from "kysely";
import { createTask } from "../../server/domain/tasks/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { assemble } from "../support/cast.ts";
import { createWorld, type World } from "../support/world.ts";

/** Every row of every table, and what SQLite says of its soundness. */
async function contents({ database: { read } }: World) {
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'
    order by name
  `.execute(read);
  const rows = await Promise.all(
    tables.map(async (
      { name },
    ) => [name, (await sql`select * from ${sql.table(name)}`.execute(read)).rows]),
  );
  return [...rows, (await sql`pragma integrity_check`.execute(read)).rows];
}

Deno.test("every world of a test file has the same cast, and changes in one don't affect another", async () => {
  await using first = await createWorld();
  const gathered = await assemble(first);
  const before = await contents(first);
  await using second = await createWorld();
  const { world: _copied, task: _another, ...copied } = await assemble(second);
  const { world: _gathered, task, ...people } = gathered;
  assert.deepEqual(copied, people);
  assert.deepEqual(await contents(second), before);
  assert.deepEqual(second.mailer.sent, first.mailer.sent);
  await task(people.ada);
  assert.deepEqual(await contents(second), before);
  const input = { title: "Oil the gate", teamId: people.teams.eng };
  const { json } = await perform(second.services, people.ada.member, createTask, input);
  assert.equal(JSON.parse(json).reference, "ENG-1");
});

Deno.test("a world has nothing of an earlier one, whose database it reuses", async () => {
  const found = async ({ database: { read } }: World) =>
    (await sql`select rowid from search_index where search_index match 'fence'`.execute(read)).rows;
  const changes = [
    () => Promise.resolve(),
    ({ database }: World) => database.write((tx) => sql`create table fences (id)`.execute(tx)),
    ({ database: { read } }: World) => sql`explain delete from tasks`.execute(read),
  ];
  await using first = await createWorld();
  await assemble(first);
  const before = await contents(first);
  for (const change of changes) {
    const world = await createWorld();
    const { ada, task } = await assemble(world);
    assert.deepEqual(await contents(world), before);
    assert.deepEqual(await found(world), []);
    await Promise.all(
      Array.from({ length: 90 }, (_none, n) => task(ada, { title: `Paint the fence ${n}` })),
    );
    assert.equal((await found(world)).length, 90);
    await change(world);
    await world[Symbol.asyncDispose]();
    await assert.rejects(found(world), /is closed/);
  }
  await using last = await createWorld();
  await assemble(last);
  assert.deepEqual(await contents(last), before);
});

Deno.test("the cast is created again in a world with another time", async () => {
  await using first = await createWorld();
  await assemble(first);
  await using second = await createWorld();
  second.clock.advance({ hours: 1 });
  const { ada } = await assemble(second);
  const { rows } = await sql<{ at: string }>`
    select created_at as at from profiles where id = ${ada.member.profile.id}
  `.execute(second.database.read);
  assert.equal(rows[0]!.at, "2026-03-12T11:00:00.000Z");
});
