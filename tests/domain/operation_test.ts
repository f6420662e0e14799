import assert from "node:assert/strict";
import { sql } from "kysely";
import { z } from "zod";
import { reviseWorkspace } from "../../server/domain/change/revise.ts";
import { NotFound } from "../../server/domain/core/errors.ts";
import {
  operation,
  perform,
  publicOperation,
  Refused,
  within,
} from "../../server/domain/core/operation.ts";
import { createTaskLabel } from "../../server/domain/task_labels/create.ts";
import { requestCode } from "../../server/domain/sessions/request_code.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
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

Deno.test("effects after a commit run once, even if the commit is retried", async () => {
  await using world = await createWorld();
  const asked = { email: "ada@example.com", purpose: "signup" };
  const [code, failed] = await Promise.allSettled([
    perform(world.services, nobody, requestCode, asked),
    perform(world.services, nobody, failsHalfDone, {}),
  ]);
  assert.deepEqual([code.status, failed.status], ["fulfilled", "rejected"]);
  assert.deepEqual(world.mailer.sent.map(({ to }) => to), ["ada@example.com"]);
});

Deno.test("an operation within another one is checked and parsed as usual, and a read can't run a change", () =>
  withCast(createWorld(), async ({ ada, world }) => {
    const { services, database, clock } = world;
    const { credential } = ada.member;
    const only = { ...ada.member, credential: { ...credential, scopes: new Set([]) } };
    const reading = { actor: ada.member, db: database.read, now: clock.now(), services };
    await refused(within({ ...reading, actor: only }, listTasks, {}), {
      status: 403,
      code: "missing_scope",
    });
    await refused(within(reading, listTasks, { colour: "red" }), {
      status: 422,
      fields: ["colour"],
    });
    await assert.rejects(within(reading, createTaskLabel, { name: "Late" }), TypeError);
    const labels = await database.read.selectFrom("task_labels").select("id")
      .where("name", "=", "Late").execute();
    assert.deepEqual(labels, []);
  }));

const failsAfterwards = publicOperation({
  name: "test.failAfterwards",
  scope: null,
  input: z.strictObject({}),
  run({ afterCommit }) {
    for (const why of ["no mail today", "no mail tomorrow"]) {
      afterCommit(() => {
        throw new Error(why);
      });
    }
    return Promise.resolve("done");
  },
});

Deno.test("an effect that fails after a commit is logged, and the response and other effects succeed", async () => {
  await using world = await createWorld();
  assert.equal(await perform(world.services, nobody, failsAfterwards, {}), "done");
  assert.deepEqual(world.mistakes.map(String), ["Error: no mail today", "Error: no mail tomorrow"]);
});

const keepsWhatItRefuses = operation({
  name: "test.keepWhatItRefuses",
  scope: null,
  input: z.strictObject({}),
  run: () => Promise.resolve(new Refused(new NotFound("Nothing is here."))),
});
const goesAbout = operation({
  name: "test.goAbout",
  scope: null,
  input: z.strictObject({}),
  run: (context) => within(context, keepsWhatItRefuses, {}),
});

Deno.test("an operation whose refusal keeps changes can't run within another one", () =>
  withCast(createWorld(), async ({ ada: { member }, world: { services } }) => {
    await refused(perform(services, member, keepsWhatItRefuses, {}), { status: 404 });
    await assert.rejects(perform(services, member, goesAbout, {}), TypeError);
  }));

const revisesInVain = operation({
  name: "test.reviseInVain",
  scope: null,
  input: z.strictObject({}),
  async run(context) {
    await reviseWorkspace(context);
    throw new Error("half done");
  },
});

Deno.test("after a rolled-back change, its actor has the old revision", () =>
  withCast(createWorld(), async ({ ada: { member }, world: { services } }) => {
    const { revision } = member.workspace;
    await assert.rejects(perform(services, member, revisesInVain, {}), /half done/);
    assert.equal(member.workspace.revision, revision);
  }));
