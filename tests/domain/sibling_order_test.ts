import assert from "node:assert/strict";
import fc from "../packages/fast_check.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { listTaskActivity } from "../../server/domain/tasks/list_activity.ts";
import { LONGEST_KEY } from "../../server/domain/tasks/position_keys.ts";
import { undoTasks } from "../../server/domain/undo/undo_tasks.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { updateTasks } from "../../server/domain/tasks/update_many.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { recordVersion } from "../support/record_version.ts";
import { refused } from "../support/refusal.ts";
import { seedsOf } from "../support/seeds.ts";
import { titles } from "../support/task_lists.ts";
import { createWorld } from "../support/world.ts";

/** A task with sub-tasks A, B and so on, a second apart. */
async function family(cast: Cast, count: number, input: (n: number) => object = () => ({})) {
  const parent = await cast.task(cast.ada, { title: "The fence" });
  const ids: Record<string, string> = {};
  for (let n = 0; n < count; n++) {
    const title = String.fromCharCode(65 + n);
    cast.world.clock.advance({ seconds: 1 });
    ids[title] = (await cast.task(cast.ada, { title, parentId: parent.id, ...input(n) })).id;
  }
  return { parent: parent.id, ids };
}

const read = async (cast: Cast, taskId: string, who = cast.ada) =>
  parseJson((await planner(cast).run(who, findTask, { taskId })).json);

const order = async (cast: Cast, parent: string, who?: Person) =>
  (await read(cast, parent, who)).children.map(({ title }) => title).join("");

const place = (cast: Cast, who: Person, taskId: string, patch: object) =>
  planner(cast).run(who, updateTask, { taskId, patch });

Deno.test("sub-tasks are in order of creation until someone moves them, for everyone", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra } = cast;
    const { parent, ids } = await family(cast, 4);
    assert.equal(await order(cast, parent), "ABCD");
    await place(cast, ada, ids.D!, { beforeSibling: "ENG-3" });
    assert.equal(await order(cast, parent), "ADBC");
    await place(cast, chidi, ids.A!, { afterSibling: ids.C });
    assert.equal(await order(cast, parent, esra), "DBCA");
    await place(cast, ada, ids.C!, { beforeSibling: ids.D });
    assert.equal(await order(cast, parent), "CDBA");
    cast.world.clock.advance({ seconds: 1 });
    await cast.task(ada, { title: "E", parentId: parent });
    assert.equal(await order(cast, parent), "CDBAE");
    const byHand = await titles(cast, { teamId: "ENG", sort: "position" });
    assert.equal(byHand.join(""), "EDCBAThe fence", "the team's order is another one");
  }));

Deno.test("sub-tasks of several teams share one order", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams } = cast;
    const { parent, ids } = await family(cast, 3, (n) => n === 1 ? { teamId: teams.ppl } : {});
    await place(cast, ada, ids.B!, { beforeSibling: ids.A });
    assert.equal(await order(cast, parent), "BAC");
    await place(cast, ada, ids.C!, { afterSibling: ids.B });
    assert.equal(await order(cast, parent), "BCA");
    assert.equal(await order(cast, parent, chidi), "CA", "who doesn't see one sees the others");
    await place(cast, chidi, ids.A!, { beforeSibling: ids.C });
    assert.equal(await order(cast, parent), "BAC");
  }));

Deno.test("moving a sub-task among its siblings changes only its parent's ETag, and no version", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const { run } = planner(cast);
    const { parent, ids } = await family(cast, 3);
    const etag = () => recordVersion(cast, parent);
    const [was, before] = [await read(cast, ids.A!), await read(cast, parent)];
    const etagBefore = await etag();
    world.clock.advance({ minutes: 1 });
    await place(cast, ada, ids.A!, { afterSibling: ids.C });
    assert.deepEqual(await read(cast, ids.A!), was);
    const after = await read(cast, parent);
    assert.deepEqual(
      [after.version, after.updatedAt, after.activity],
      [before.version, before.updatedAt, before.activity],
    );
    const etagAfter = await etag();
    assert.notEqual(etagAfter, etagBefore);
    const { records } = await run(ada, listTaskActivity, { taskId: ids.A });
    assert.deepEqual(parseJson(records).map(({ kind }) => kind), ["task.created"]);
    await place(cast, ada, ids.A!, { afterSibling: ids.C });
    assert.equal(await etag(), etagAfter, "again it is nothing");
  }));

Deno.test("an undo restores a sub-task's position, unless someone moved it since", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run } = planner(cast);
    const { parent, ids } = await family(cast, 3);
    await place(cast, ada, ids.A!, { afterSibling: ids.C });
    await run(ada, undoTasks, { activityId: ids.A });
    assert.equal(await order(cast, parent), "ABC");
    await place(cast, ada, ids.A!, { afterSibling: ids.C });
    await place(cast, chidi, ids.A!, { afterSibling: ids.B });
    const error = await refused(run(ada, undoTasks, { activityId: ids.A }), {
      status: 409,
      code: "changed_since",
    });
    assert.match(error.message, /position among sub-tasks/);
    assert.equal(await order(cast, parent), "BAC");
  }));

Deno.test("a new sub-task comes last, and an undo returns it to its former position", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const { run } = planner(cast);
    const older = await cast.task(ada, { title: "X" });
    const newer = await cast.task(ada, { title: "Y" });
    const { parent, ids } = await family(cast, 3);
    world.clock.advance({ minutes: 1 });
    await run(ada, updateTasks, { taskIds: [newer.id, older.id], patch: { parentId: parent } });
    assert.equal(await order(cast, parent), "ABCYX");
    await place(cast, ada, ids.C!, { beforeSibling: ids.A });
    for (const [title, id] of [["B", ids.B!], ["C", ids.C!]]) {
      await place(cast, ada, id!, { parentId: null });
      assert.equal((await order(cast, parent)).includes(title!), false);
      await run(ada, undoTasks, { activityId: id });
      assert.equal(await order(cast, parent), "CABYX");
    }
  }));

Deno.test("a task with another parent or with a hidden parent can't be used for a position", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams } = cast;
    const { ids } = await family(cast, 2);
    const alone = await cast.task(ada, { title: "Alone" });
    const hidden = await cast.task(ada, { title: "Hidden", teamId: teams.ppl });
    const cases: [who: Person, taskId: string, other: string, code: string | undefined][] = [
      [ada, ids.A!, alone.id, "no_sibling"],
      [ada, alone.id, ids.A!, "no_sibling"],
      [ada, alone.id, hidden.id, "no_sibling"],
      [ada, ids.A!, ids.A!, undefined],
      [ada, ids.A!, "ENG-99", "unknown_task"],
      [chidi, ids.A!, hidden.id, "unknown_task"],
    ];
    for (const [who, taskId, other, code] of cases) {
      for (const field of ["beforeSibling", "afterSibling"]) {
        const error = await refused(place(cast, who, taskId, { [field]: other }), {
          status: 422,
          fields: [field],
        });
        if (code) assert.equal(error.code, code);
      }
    }
    await refused(place(cast, cast.esra, ids.A!, { afterSibling: ids.B }), { status: 403 });
    for (const id of Object.values(ids)) {
      await place(cast, ada, id, { parentId: hidden.id });
    }
    await refused(place(cast, chidi, ids.A!, { afterSibling: ids.B }), {
      status: 422,
      code: "no_sibling",
    });
  }));

for (const seed of seedsOf(9)) {
  Deno.test(`sub-tasks that are moved a hundred times are in the expected order (seed ${seed})`, () =>
    withCast(createWorld(), async (cast) => {
      const { parent, ids } = await family(cast, 6);
      let expected = Object.keys(ids);
      const moves = fc.sample(fc.tuple(fc.nat(5), fc.nat(5), fc.boolean()), { numRuns: 100, seed });
      for (const [a, b, before] of moves) {
        if (a === b) continue;
        const [moved, other] = [expected[a]!, expected[b]!];
        const field = before ? "beforeSibling" : "afterSibling";
        await place(cast, cast.ada, ids[moved]!, { [field]: ids[other] });
        expected = expected.filter((one) => one !== moved);
        expected.splice(expected.indexOf(other) + (before ? 0 : 1), 0, moved);
        assert.equal(await order(cast, parent), expected.join(""));
      }
    }));
}

Deno.test("position keys that grow too long are replaced without changing the order", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, world } = cast;
    const { parent, ids } = await family(cast, 3);
    const keys = () =>
      world.database.read.selectFrom("tasks").select("sibling_position as key").execute();
    let longest = 0;
    for (let n = 0; n < 500 && longest <= LONGEST_KEY / 2; n++) {
      await place(cast, ada, n % 2 ? ids.B! : ids.A!, { beforeSibling: ids.C });
      longest = Math.max(...(await keys()).map(({ key }) => key?.length ?? 0));
    }
    for (let n = 0; n < 2_000; n++) {
      await place(cast, ada, n % 2 ? ids.B! : ids.A!, { beforeSibling: ids.C });
      const now = Math.max(...(await keys()).map(({ key }) => key?.length ?? 0));
      if (now < longest) {
        assert.equal(await order(cast, parent), n % 2 ? "ABC" : "BAC");
        return;
      }
      longest = now;
    }
    assert.fail(`a key has ${longest} characters`);
  }));
