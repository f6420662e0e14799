import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { addRelation } from "../../server/domain/relations/add.ts";
import { removeRelation } from "../../server/domain/relations/remove.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const relate = ({ world }: Cast, by: Person, taskId: string, kind: string, otherId: string) =>
  perform(world.services, by.member, addRelation, { taskId, kind, otherId });
const part = ({ world }: Cast, by: Person, taskId: string, kind: string, otherId: string) =>
  perform(world.services, by.member, removeRelation, { taskId, kind, otherId });
const read = async ({ world }: Cast, by: Person, taskId: string) =>
  parseJson((await perform(world.services, by.member, findTask, { taskId })).json);
const relations = async (cast: Cast, taskId: string) =>
  (await read(cast, cast.ada, taskId)).relations.map(({ kind, task }) =>
    `${kind} ${task.reference}`
  );

/** Three tasks of Engineering, ENG-1 to ENG-3, made one after the other. */
async function three(cast: Cast) {
  for (let n = 0; n < 3; n++) {
    await cast.task(cast.ada);
    cast.world.clock.advance({ seconds: 1 });
  }
  return ["ENG-1", "ENG-2", "ENG-3"] as const;
}

Deno.test("each of two related tasks shows the relation from its own side", () =>
  withCast(createWorld(), async (cast) => {
    const [a, b, c] = await three(cast);
    await relate(cast, cast.chidi, a, "blocks", b);
    await relate(cast, cast.chidi, a, "blockedBy", c);
    await relate(cast, cast.chidi, b, "relatesTo", c);
    await relate(cast, cast.chidi, c, "duplicates", b);
    assert.deepEqual(await relations(cast, a), ["blockedBy ENG-3", "blocks ENG-2"]);
    assert.deepEqual(await relations(cast, b), [
      "blockedBy ENG-1",
      "duplicatedBy ENG-3",
      "relatesTo ENG-3",
    ]);
    assert.deepEqual(await relations(cast, c), [
      "blocks ENG-1",
      "duplicates ENG-2",
      "relatesTo ENG-2",
    ]);
  }));

Deno.test("adding the same relation again, from either side, changes nothing", () =>
  withCast(createWorld(), async (cast) => {
    const [a, b] = await three(cast);
    await relate(cast, cast.ada, a, "blocks", b);
    await relate(cast, cast.ada, b, "relatesTo", a);
    await relate(cast, cast.ada, b, "duplicates", a);
    const before = await read(cast, cast.ada, a);
    await relate(cast, cast.ada, a, "blocks", b);
    await relate(cast, cast.ada, b, "blockedBy", a);
    await relate(cast, cast.ada, a, "relatesTo", b);
    await relate(cast, cast.ada, a, "duplicatedBy", b);
    assert.deepEqual(await read(cast, cast.ada, a), before);
    await part(cast, cast.ada, a, "duplicatedBy", b);
    await part(cast, cast.ada, b, "blockedBy", a);
    await part(cast, cast.ada, a, "relatesTo", b);
    await part(cast, cast.ada, a, "relatesTo", b);
    assert.deepEqual([await relations(cast, a), await relations(cast, b)], [[], []]);
  }));

Deno.test("the activity of both tasks shows the relation, and neither task gets a new version", () =>
  withCast(createWorld(), async (cast) => {
    const [a, b] = await three(cast);
    await relate(cast, cast.ada, a, "duplicates", b);
    await part(cast, cast.ada, a, "duplicates", b);
    for (const [task, word, other] of [[a, "duplicates", b], [b, "duplicatedBy", a]] as const) {
      const { activity, version } = await read(cast, cast.ada, task);
      assert.equal(version, 1);
      const rows = activity.slice(1).map(({ kind, data }) => {
        const { kind: how, reference } = (data.to ?? data.from) as Record<string, string>;
        return [kind, how, reference];
      });
      assert.deepEqual(rows, [
        ["task.relation_added", word, other],
        ["task.relation_removed", word, other],
      ]);
    }
  }));

Deno.test("blocking relations can't form a cycle of any length", () =>
  withCast(createWorld(), async (cast) => {
    const [a, b, c] = await three(cast);
    await relate(cast, cast.ada, a, "blocks", b);
    await relate(cast, cast.ada, c, "blockedBy", b);
    const circle = { status: 409, code: "relation_cycle" };
    await refused(relate(cast, cast.ada, c, "blocks", a), circle);
    await refused(relate(cast, cast.ada, a, "blockedBy", b), circle);
    await refused(relate(cast, cast.ada, a, "relatesTo", a), { status: 422, fields: ["otherId"] });
    assert.deepEqual(await relations(cast, a), ["blocks ENG-2"]);
    await relate(cast, cast.ada, c, "relatesTo", a);
  }));

Deno.test("if two people would together close a circle, one is refused", () =>
  withCast(createWorld(), async (cast) => {
    const [a, b] = await three(cast);
    const outcomes = await Promise.allSettled([
      relate(cast, cast.ada, a, "blocks", b),
      relate(cast, cast.chidi, b, "blocks", a),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  }));

Deno.test("adding a relation requires permission to change the task and access to the other one", () =>
  withCast(createWorld(), async (cast) => {
    const [a, b] = await three(cast);
    const secret = await cast.task(cast.dina, { teamId: cast.teams.ppl });
    await refused(relate(cast, cast.esra, a, "blocks", b), { status: 403 });
    await refused(relate(cast, cast.dina, a, "blocks", secret.id), { status: 403 });
    await refused(relate(cast, cast.chidi, a, "blocks", secret.id), { status: 404 });
    await refused(relate(cast, cast.chidi, a, "blocks", "ENG-99"), { status: 404 });
    await refused(relate(cast, cast.chidi, a, "stops", b), { status: 422, fields: ["kind"] });
    await relate(cast, cast.dina, secret.id, "blocks", a);
  }));

Deno.test("people who can't see the other task can't see the relation or its activity", () =>
  withCast(createWorld(), async (cast) => {
    const [a] = await three(cast);
    const secret = await cast.task(cast.dina, { teamId: cast.teams.ppl, title: "Salaries" });
    await relate(cast, cast.dina, secret.id, "blocks", a);
    const open = await read(cast, cast.chidi, a);
    assert.deepEqual([open.relations, open.activity.length], [[], 1]);
    assert.ok(!JSON.stringify(open).includes("Salaries"));
    const whole = await read(cast, cast.ada, a);
    assert.deepEqual([whole.relations.length, whole.activity.length], [1, 2]);
  }));

Deno.test("an archived task can't get relations, but a relation to it can be removed", () =>
  withCast(createWorld(), async (cast) => {
    const [a, b, c] = await three(cast);
    await relate(cast, cast.ada, a, "blocks", b);
    await perform(cast.world.services, cast.ada.member, archiveTask, { taskId: b });
    const archived = { status: 409, code: "task_archived" };
    await refused(relate(cast, cast.ada, b, "blocks", c), archived);
    await refused(relate(cast, cast.ada, c, "blocks", b), archived);
    await refused(part(cast, cast.ada, b, "blockedBy", a), archived);
    const marked = (await read(cast, cast.ada, a)).relations[0];
    assert.ok(marked?.task.archivedAt);
    await part(cast, cast.ada, a, "blocks", b);
    assert.deepEqual(await relations(cast, a), []);
  }));
