import assert from "node:assert/strict";
import { sql } from "kysely";
import { migrations } from "../../migrations/index.ts";
import { emptyDatabase } from "../support/database.ts";

const step = migrations.findIndex(({ name }) => name.endsWith("_sign_in_by_client"));
const at = "2026-03-01T10:00:00.000Z";

Deno.test("the migration discards sign-in codes and locks, because they have no client or network", async () => {
  await using open = await emptyDatabase();
  const { database } = open;
  await database.write(async (tx) => {
    for (const { up } of migrations.slice(0, step)) await up(tx);
    await sql`insert into one_time_codes (email, purpose, salt, code_hash, sent_at, expires_at)
      values ('ada@example.com', 'signin', 'salt', 'hash', ${at}, ${at})`.execute(tx);
    await sql`insert into sign_in_locks (email, failures, locks, locked_until, forgotten_at)
      values ('ada@example.com', 0, 1, ${at}, ${at})`.execute(tx);
    for (const { up } of migrations.slice(step)) await up(tx);
  });
  for (const table of ["one_time_codes", "sign_in_locks"] as const) {
    assert.deepEqual(await database.read.selectFrom(table).selectAll().execute(), []);
  }
});
