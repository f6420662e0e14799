import assert from "node:assert/strict";
import fc from "../packages/fast_check.ts";
import type { z } from "zod";
import { operations } from "../../server/operations.ts";
import { seedsOf } from "../support/seeds.ts";
import { createWorld } from "../support/world.ts";
import { knownValues } from "./fuzz/known.ts";
import { objectSchema, recordOf } from "./fuzz/inputs.ts";
import type { ActorKind } from "./permissions/actors.ts";
import { attempt } from "./permissions/attempt.ts";
import { issueBearers } from "./permissions/bearers.ts";
import { table } from "./permissions/table.ts";
import { tablesScanned } from "./plans/explain.ts";
import { RecordingDatabase } from "./plans/recorder.ts";
import { populate } from "./support/premises.ts";
import { UndoingDatabase } from "./support/undoing.ts";

/** Those for whom statements differ: who sees everything, whom a team is hidden from, and a program. */
const askers: readonly ActorKind[] = ["owner", "member", "automation"];
/** How many inputs each read gets besides the table's: enough for every filter, alone and with others. */
const SAMPLES = 150;
const seeds = seedsOf(1);

Deno.test(`no statement of any operation reads a table from end to end (seeds ${seeds.join(" and ")})`, async () => {
  await using world = await createWorld();
  const premises = await populate(world);
  const bearers = await issueBearers(premises);
  const undoing = new UndoingDatabase(world.database);
  undoing.undoes = true;
  const database = new RecordingDatabase(undoing);
  const services = { ...world.services, database };
  const known = knownValues(premises);
  for (const operation of operations) {
    const inputs = (table[operation.name] ?? []).map((row) => row.input(premises));
    if (!operation.writes) {
      const schema = objectSchema(operation.input as z.ZodType);
      for (const seed of seeds) {
        inputs.push(...fc.sample(recordOf(schema, known), { numRuns: SAMPLES, seed }));
      }
    }
    for (const input of inputs) {
      for (const kind of askers) {
        await attempt(services, operation, bearers[kind], premises.workspaceId, input);
      }
    }
  }
  assert.ok(database.statements.size > 200, `${database.statements.size} statements were seen`);
  const wrong: string[] = [];
  for (const [sql, parameters] of database.statements) {
    const scanned = await tablesScanned(world.database.read, sql, parameters);
    if (scanned.length > 0) wrong.push(`${scanned.join(", ")}: ${sql.replace(/\s+/g, " ")}`);
  }
  assert.deepEqual(wrong, []);
});

Deno.test("a statement without an index is noticed, and one with an index is not", async () => {
  await using world = await createWorld();
  const { read } = world.database;
  const scans = (sql: string) => tablesScanned(read, sql, []);
  assert.equal((await scans("select t.id from tasks t where t.title = 'Gate'")).length, 1);
  assert.deepEqual(await scans("select t.id from tasks t where t.id = 'task_1'"), []);
});
