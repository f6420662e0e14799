import assert from "node:assert/strict";
import { within } from "../../server/domain/core/operation.ts";
import { createLabel } from "../../server/domain/labels/create.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

Deno.test("an operation within another one is checked and parsed as on its own, and a read changes nothing", () =>
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
    await assert.rejects(within(reading, createLabel, { name: "Late" }), TypeError);
    const labels = await database.read.selectFrom("task_labels").select("id")
      .where("name", "=", "Late").execute();
    assert.deepEqual(labels, []);
  }));
