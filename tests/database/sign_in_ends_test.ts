import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import { openDatabase } from "../../server/database/open.ts";

Deno.test("a lock from before locks grew goes on, and is the first of its row", async () => {
  const database = await openDatabase(":memory:");
  const step = migrations.findIndex(({ name }) => name.endsWith("_sign_in_ends"));
  await database.write(async (tx) => {
    for (const migration of migrations.slice(0, step)) await migration.up(tx);
    await sql`insert into sign_in_locks (email, failures, last_failure_at, locked_until) values
      ('a', 5, '2026-03-12T10:00:00.000Z', '2026-03-12T10:15:00.000Z'),
      ('b', 3, '2026-03-12T10:00:00.000Z', null)`.execute(tx);
    await migrations[step]!.up(tx);
  });
  const locks = await database.read.selectFrom("sign_in_locks").selectAll().orderBy("email")
    .execute();
  assert.deepEqual(locks.map((lock) => ({ ...lock })), [
    {
      email: "a",
      failures: 0,
      locks: 1,
      locked_until: "2026-03-12T10:15:00.000Z",
      forgotten_at: "2026-03-13T10:15:00.000Z",
    },
    {
      email: "b",
      failures: 3,
      locks: 0,
      locked_until: null,
      forgotten_at: "2026-03-13T10:00:00.000Z",
    },
  ]);
  await database.close();
});
