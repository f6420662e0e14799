import assert from "node:assert/strict";
import { migrations } from "../../../migrations/index.ts";
import { SCHEMA_VERSION } from "../../../server/database/migrate.ts";
import { change, makeMachine, makeOlder, rowsOf } from "../support/operator.ts";

const versionOf = async (file: string) =>
  (await rowsOf<{ n: number }>(file, "select max(version) as n from schema_migrations"))[0]!.n;

Deno.test("a migration's dry run uses a copy, and the database doesn't change", async () => {
  await using machine = await makeMachine();
  await makeOlder(machine.database, "0035_own_density");
  const begun = performance.now();
  const { code, stdout, stderr } = await machine.run(["migrate", "--dry-run"]);
  const took = performance.now() - begun;
  assert.equal(code, 0, stderr);
  const { from, to, bytes, steps } = JSON.parse(stdout);
  assert.deepEqual([from, to], [34, SCHEMA_VERSION]);
  assert.ok(bytes > 100_000);
  assert.deepEqual(
    steps.map(({ name }: { name: string }) => name),
    migrations.slice(34).map(({ name }) => name),
  );
  const taken: number[] = steps.map(({ milliseconds }: { milliseconds: number }) => milliseconds);
  const all = taken.reduce((sum, one) => sum + one, 0);
  assert.ok(0 < all && all <= took, `${all} of ${took} ms`);
  assert.equal(await versionOf(machine.database), 34);
  assert.deepEqual(machine.names().filter((name) => name.includes("rehearsal")), []);
});

Deno.test("a failed dry run names the last completed step and leaves no files", async () => {
  await using machine = await makeMachine();
  await makeOlder(machine.database, "0020_inbox");
  await change(machine.database, "create table news (id text)");
  const { code, stderr } = await machine.run(["migrate", "--dry-run"]);
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^The copy couldn't be migrated after 0020_inbox \(.*\bnews\b.*\)\. The database is unchanged\. .*\.\n$/,
  );
  assert.equal(await versionOf(machine.database), 19);
  assert.deepEqual(machine.names().filter((name) => name.includes("rehearsal")), []);
});

Deno.test("without a database, there is no dry run", async () => {
  await using machine = await makeMachine();
  const { code, stderr } = await machine.run(["migrate", "--dry-run"]);
  assert.equal(code, 1);
  assert.match(stderr, /^There is no database at .*\.\n$/);
  assert.deepEqual(machine.names(), []);
});
