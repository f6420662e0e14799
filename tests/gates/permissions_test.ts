import { operations } from "../../server/operations.ts";
import { assertNone, assertRows } from "../support/missing.ts";
import { createWorld } from "../support/world.ts";
import { askForCode } from "./errors/successes.ts";
import { type ActorKind, actorKinds } from "./permissions/actors.ts";
import { type Attempt, attempt } from "./permissions/attempt.ts";
import { issueBearers } from "./permissions/bearers.ts";
import { expected } from "./permissions/expected.ts";
import { insiders, type Row } from "./permissions/row.ts";
import { table } from "./permissions/table.ts";
import { type FullCast, populate, privateWord } from "./support/full_cast.ts";
import { UndoingDatabase } from "./support/undoing.ts";

Deno.test("every operation has a row in the table, and every row has an operation", () => {
  const names = operations.map(({ name }) => name as string);
  const file = "the table of its noun in tests/gates/permissions";
  assertRows("operation", names, Object.keys(table), file);
});

Deno.test("for every operation, every actor has exactly the permission in the table", async () => {
  await using world = await createWorld();
  const fullCast = await populate(world);
  const bearers = await issueBearers(fullCast);
  await addOutsidersTasks(fullCast);
  const file = "issueBearers in tests/gates/permissions/bearers.ts";
  assertRows("kind of actor", actorKinds, Object.keys(bearers), file);
  await askForCode(fullCast);
  const database = new UndoingDatabase(world.database);
  database.undoes = true;
  const services = { ...world.services, database };
  const wrong: string[] = [];
  for (const operation of operations) {
    for (const row of table[operation.name] ?? []) {
      for (const kind of actorKinds) {
        const bearer = bearers[kind];
        const input = row.input(fullCast);
        const found = await attempt(services, operation, bearer, fullCast.workspaceId, input);
        const title = [operation.name, row.of, "by", kind].filter(Boolean).join(" ");
        wrong.push(...complaints(title, row, kind, found));
      }
    }
  }
  assertNone(wrong, (sentence) => sentence);
});

/** Adds what the lead of the private team creates in Engineering, where she has no role. */
async function addOutsidersTasks(fullCast: FullCast): Promise<void> {
  const { dina, ids } = fullCast;
  const boxes = { description: "- [ ] oil the hinges" };
  ids.outsidersTask = (await fullCast.task(dina, boxes)).id;
  ids.outsidersDraft = (await fullCast.task(dina, { draft: true })).id;
}

/** Returns a sentence for an outcome that isn't the table's, and for a response with private words. */
function complaints(title: string, row: Row, kind: ActorKind, found: Attempt): string[] {
  const wrong: string[] = [];
  const right = expected(row, kind);
  if (found.outcome !== right) {
    wrong.push(
      `${title} ends with ${found.outcome} instead of ${right}. Change the operation, or its row ` +
        `in tests/gates/permissions. It returned: ${found.text.slice(0, 120)}`,
    );
  }
  const within = (insiders as readonly string[]).includes(kind) || kind.startsWith("pat:");
  if (!within && row.for !== "anyone" && found.text.includes(privateWord)) {
    wrong.push(`${title} shows private words. Remove them from the operation's response or error.`);
  }
  return wrong;
}
