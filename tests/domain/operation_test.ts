import assert from "node:assert/strict";
import { sql } from "kysely";
import { z } from "zod";
import { perform, publicOperation } from "../../server/domain/core/operation.ts";
import { requestCode } from "../../server/domain/sessions/request.ts";
import { createWorld, nobody } from "../support/world.ts";

const failsHalfDone = publicOperation({
  name: "test.failHalfDone",
  scope: null,
  input: z.strictObject({}),
  async run({ tx }) {
    await sql`delete from one_time_codes`.execute(tx);
    throw new Error("half done");
  },
});

Deno.test("what follows a commit happens once, also when the commit had to be started over", async () => {
  await using world = await createWorld();
  const asked = { email: "ada@example.com", purpose: "signup" };
  const [code, failed] = await Promise.allSettled([
    perform(world.services, nobody, requestCode, asked),
    perform(world.services, nobody, failsHalfDone, {}),
  ]);
  assert.deepEqual([code.status, failed.status], ["fulfilled", "rejected"]);
  assert.deepEqual(world.mailer.sent.map(({ to }) => to), ["ada@example.com"]);
});
