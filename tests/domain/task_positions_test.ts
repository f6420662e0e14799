import assert from "node:assert/strict";
import fc from "../packages/fast_check.ts";
import { listTaskActivity } from "../../server/domain/tasks/list_activity.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { groupTasks } from "../../server/domain/tasks/groups.ts";
import { taskGroupings } from "../../server/domain/tasks/schema.ts";
import { LONGEST_KEY } from "../../server/domain/tasks/position_keys.ts";
import { undoTasks } from "../../server/domain/undo/undo_tasks.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { updateTasks } from "../../server/domain/tasks/update_many.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { listViewTasks } from "../../server/domain/saved_views/tasks.ts";
import { updateView } from "../../server/domain/saved_views/update.ts";
import { followTask } from "../../server/domain/tasks/follow.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { inboxOf } from "../support/inbox.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { seedsOf } from "../support/seeds.ts";
import { allPages, titles } from "../support/task_lists.ts";
import { createWorld } from "../support/world.ts";

/** Tasks A, B and so on, a second apart: by hand the last stands first. */
async function lettered(cast: Cast, count: number, input: (n: number) => object = () => ({})) {
  const ids: Record<string, string> = {};
  for (let n = 0; n < count; n++) {
    const title = String.fromCharCode(65 + n);
    cast.world.clock.advance({ seconds: 1 });
    ids[title] = (await cast.task(cast.ada, { title, ...input(n) })).id;
  }
  return ids;
}

const byHand = async (cast: Cast, query: object = {}) =>
  (await titles(cast, { teamId: "ENG", sort: "position", limit: 250, ...query })).join("");

const place = (cast: Cast, who: Person, taskId: string, patch: object) =>
  planner(cast).run(who, updateTask, { taskId, patch });

Deno.test("a team's tasks are newest first until they are moved before or after others", () =>
  withCast(createWorld(), async (cast) => {
    const ids = await lettered(cast, 4);
    assert.equal(await byHand(cast), "DCBA");
    await place(cast, cast.ada, ids.A!, { before: "ENG-3" });
    assert.equal(await byHand(cast), "DACB");
    await place(cast, cast.chidi, ids.D!, { after: ids.C });
    assert.equal(await byHand(cast), "ACDB");
    await place(cast, cast.ada, ids.B!, { before: ids.A });
    assert.equal(await byHand(cast), "BACD");
    await place(cast, cast.ada, ids.B!, { after: ids.D });
    assert.equal(await byHand(cast), "ACDB");
    cast.world.clock.advance({ seconds: 1 });
    await cast.task(cast.ada, { title: "E" });
    assert.equal(await byHand(cast), "EACDB");
    await place(cast, cast.ada, ids.C!, { after: ids.B, before: ids.B });
    assert.equal(await byHand(cast), "EADCB", "of both, what stands below counts last");
    for (const limit of [1, 2]) {
      const pages = await allPages(cast, { teamId: "ENG", sort: "position" }, limit);
      assert.equal(pages.join(""), "EADCB");
    }
    assert.equal((await titles(cast, {})).join(""), "EDCBA");
  }));

Deno.test("groups and every filter keep the manual order", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run, project } = planner(cast);
    const { id: projectId } = await project(ada, { name: "Gatehouse" });
    const ids = await lettered(cast, 6, (n) =>
      n % 2 ? {} : {
        status: "planned",
        priority: "high",
        assigneeId: chidi.member.profile.id,
        tags: ["Bug"],
        projectId,
      });
    await place(cast, ada, ids.A!, { before: ids.F });
    await place(cast, ada, ids.F!, { after: ids.B });
    assert.equal(await byHand(cast), "AEDCBF");
    for (const group of taskGroupings) {
      const found = await run(ada, groupTasks, { teamId: "ENG", group, sort: "position" });
      const order = found.map(({ tasks }) => tasks.map(([id]) => id));
      const letters = order.map((one) => one.map((id) => letterOf(ids, id)).join("")).sort();
      assert.deepEqual(letters, group === "none" ? ["AEDCBF"] : ["AEC", "DBF"], group);
    }
    const cases: [object, string][] = [
      [{ status: "planned" }, "AEC"],
      [{ status: "planned,backlogged" }, "AEDCBF"],
      [{ notStatus: "planned" }, "DBF"],
      [{ assigneeId: "chidi" }, "AEC"],
      [{ assigneeId: "none,me" }, "DBF"],
      [{ label: "bug,none" }, "AEDCBF"],
      [{ projectId }, "AEC"],
      [{ projectId: "none" }, "DBF"],
      [{ priority: "high", q: "ENG-5" }, "E"],
    ];
    for (const [query, order] of cases) {
      assert.equal(await byHand(cast, query), order, JSON.stringify(query));
      const pages = await allPages(cast, { teamId: "ENG", sort: "position", ...query }, 2);
      assert.equal(pages.join(""), order);
    }
  }));

const letterOf = (ids: Record<string, string>, wanted: string) =>
  Object.entries(ids).find(([, id]) => id === wanted)?.[0];

Deno.test("moving a task creates no version, activity, or notification, and repeating it changes nothing", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const { run } = planner(cast);
    const ids = await lettered(cast, 3);
    await run(chidi, followTask, { taskId: ids.A });
    const read = async () => {
      const rows = await world.database.read.selectFrom("tasks").selectAll().execute();
      const { records } = await run(ada, listTaskActivity, { taskId: ids.A });
      return { rows, told: parseJson(records).map(({ kind }) => kind) };
    };
    const before = await read();
    world.clock.advance({ minutes: 1 });
    const { json } = await place(cast, ada, ids.A!, { after: ids.C });
    const after = await read();
    assert.deepEqual(after.told, before.told);
    assert.deepEqual(parseJson(json).activity.map(({ kind }) => kind), ["task.created"]);
    const without = ({ rows }: typeof before) => rows.map(({ position: _, ...row }) => row);
    assert.deepEqual(without(after), without(before));
    assert.deepEqual(await inboxOf(cast, chidi), []);
    const count = () =>
      world.database.read.selectFrom("activity").select((e) => e.fn.countAll().as("n"))
        .executeTakeFirstOrThrow();
    const entries = await count();
    for (const again of [{ after: "ENG-3" }, { before: ids.B }]) {
      await place(cast, ada, ids.A!, again);
      assert.deepEqual([await read(), await count()], [after, entries]);
    }
    await place(cast, ada, ids.A!, { before: ids.C, priority: "high" });
    const [was, is] = [after, await read()]
      .map(({ rows }) => rows.find(({ id }) => id === ids.A)!.version);
    assert.equal(is, was! + 1);
    assert.equal(await byHand(cast), "ACB");
  }));

Deno.test("an undo restores positions with the rest of the act, unless someone moved the tasks since", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const { run } = planner(cast);
    const ids = await lettered(cast, 4);
    const undo = (who: Person, activityId: string) => run(who, undoTasks, { activityId });
    await place(cast, ada, ids.A!, { before: ids.C, status: "progressed" });
    assert.equal(await byHand(cast), "DACB");
    assert.equal(await byHand(cast, { status: "progressed" }), "A");
    await undo(ada, ids.A!);
    assert.equal(await byHand(cast), "DCBA");
    assert.equal(await byHand(cast, { status: "progressed" }), "");
    await undo(ada, ids.A!);
    assert.equal(await byHand(cast), "DACB");
    await place(cast, chidi, ids.A!, { before: ids.D });
    const { left } = await undo(ada, ids.A!);
    assert.deepEqual(left.map(({ message }) => message), [
      "Someone has since changed the position.",
    ]);
    assert.equal(await byHand(cast), "ADCB");
    await run(ada, updateTasks, { taskIds: [ids.B, ids.C], patch: { before: ids.A } });
    assert.equal(await byHand(cast), "CBAD");
    await undo(ada, ids.B!);
    assert.equal(await byHand(cast), "ADCB");
  }));

Deno.test("the creation of a task can be undone even if someone else has moved the task", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const ids = await lettered(cast, 2);
    await place(cast, chidi, ids.B!, { after: ids.A });
    await planner(cast).run(ada, undoTasks, { activityId: ids.B });
    assert.equal(await byHand(cast), "A");
  }));

Deno.test("tasks that are moved in one act keep their order", () =>
  withCast(createWorld(), async (cast) => {
    const { run } = planner(cast);
    const ids = await lettered(cast, 6);
    const many = (letters: string, patch: object) =>
      run(cast.ada, updateTasks, { taskIds: [...letters].map((one) => ids[one]!), patch });
    const answer = parseJson(await many("AEC", { after: ids.B, priority: "low" }));
    assert.deepEqual(answer.map(({ title }) => title), ["A", "E", "C"]);
    assert.equal(await byHand(cast), "FDBECA");
    await many("AFC", { before: ids.D });
    assert.equal(await byHand(cast), "FCADBE");
    await many("AAF", { after: ids.E });
    assert.equal(await byHand(cast), "CDBEFA");
    for (const [letters, side] of [["AB", "after"], ["BA", "before"], ["A", "after"]] as const) {
      const among = many(letters, { [side]: ids.A });
      await refused(among, { status: 422, fields: [`patch.${side}`] });
    }
    await refused(many("AB", { after: "ENG-99" }), { status: 422 });
    assert.equal(await byHand(cast), "CDBEFA");
  }));

Deno.test("people who can change a task can place it beside another task of its team", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra, teams } = cast;
    const { run } = planner(cast);
    const ids = await lettered(cast, 2);
    const other = await cast.task(ada, { teamId: teams.ppl });
    const cases: [object, string][] = [
      [{ before: ids.A }, "before"],
      [{ after: "eng-1" }, "after"],
      [{ before: "ENG-99" }, "before"],
      [{ after: other.id }, "after"],
    ];
    for (const [patch, field] of cases) {
      await refused(place(cast, ada, ids.A!, patch), { status: 422, fields: [field] });
    }
    // What is hidden is as if it weren't there
    const hidden = await refused(place(cast, chidi, ids.A!, { after: other.id }), { status: 422 });
    assert.match(hidden.message, /^Task .* not found/);
    await refused(place(cast, esra, ids.A!, { before: ids.B }), { status: 403 });
    await run(ada, archiveTask, { taskId: ids.B });
    await refused(place(cast, ada, ids.B!, { after: ids.A }), { status: 409 });
  }));

Deno.test("moving a task to another team removes its position, and an undo restores it", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const ids = await lettered(cast, 2);
    cast.world.clock.advance({ seconds: 1 });
    await cast.task(ada, { title: "Q", teamId: "PPL" });
    cast.world.clock.advance({ seconds: 1 });
    ids.C = (await cast.task(ada, { title: "C" })).id;
    await place(cast, ada, ids.A!, { before: ids.C });
    cast.world.clock.advance({ seconds: 1 });
    const other = await cast.task(ada, { title: "P", teamId: "PPL" });
    await place(cast, ada, ids.A!, { teamId: "PPL" });
    assert.equal(await byHand(cast, { teamId: "PPL" }), "PQA", "as old as it is");
    await planner(cast).run(ada, undoTasks, { activityId: ids.A });
    assert.equal(await byHand(cast), "ACB");
    await place(cast, ada, ids.C!, { teamId: "PPL", before: other.id });
    assert.equal(await byHand(cast, { teamId: "PPL" }), "CPQ");
  }));

Deno.test("manual order requires a single team, in lists, groups, and views", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { run } = planner(cast);
    const refusal = { status: 422, code: "order_without_team" } as const;
    for (const filters of [{}, { teamId: "ENG,PPL" }, { projectId: "none" }]) {
      const asked = { ...filters, sort: "position" };
      await refused(titles(cast, asked), { ...refusal, fields: ["sort"] });
      await refused(run(ada, groupTasks, asked), { ...refusal, fields: ["sort"] });
      const view = { name: "Kept", filters, sorting: "position" };
      await refused(run(ada, createView, view), { ...refusal, fields: ["sorting"] });
    }
    const ids = await lettered(cast, 2);
    await place(cast, ada, ids.A!, { before: ids.B });
    const made = { name: "Kept", scope: "workspace", filters: { teamId: "ENG" } };
    const viewId = parseJson((await run(ada, createView, made)).json).id;
    await run(ada, updateView, { viewId, patch: { sorting: "position" } });
    const { records } = await run(ada, listViewTasks, { viewId });
    assert.deepEqual(parseJson(records).map(({ title }) => title), ["A", "B"]);
    const widened = run(ada, updateView, { viewId, patch: { filters: { teamId: "ENG,PPL" } } });
    await refused(widened, { ...refusal, fields: ["sorting"] });
    await run(ada, updateView, { viewId, patch: { filters: {}, sorting: "createdAt" } });
    const own = { name: "Team's", scope: "team", teamId: "ENG", sorting: "position" };
    await run(ada, createView, own);
  }));

for (const seed of seedsOf(20_264)) {
  Deno.test(`random moves give the same order as moves in a plain list (seed ${seed})`, () =>
    withCast(createWorld(), async (cast) => {
      const ids = await lettered(cast, 12);
      const order = Object.keys(ids).toReversed();
      const letter = fc.constantFrom(...Object.keys(ids));
      const move = fc.tuple(letter, letter, fc.constantFrom("before", "after"))
        .filter(([one, other]) => one !== other);
      for (const [one, other, side] of fc.sample(move, { numRuns: 150, seed })) {
        await place(cast, cast.ada, ids[one]!, { [side]: ids[other] });
        order.splice(order.indexOf(one), 1);
        order.splice(order.indexOf(other) + (side === "after" ? 1 : 0), 0, one);
      }
      assert.equal(await byHand(cast), order.join(""));
    }));
}

Deno.test("if two tasks swap a thousand times, the keys around them are spread, and the order stays", () =>
  withCast(createWorld(), async (cast) => {
    const ids = await lettered(cast, 10);
    await place(cast, cast.ada, ids.A!, { before: ids.J });
    const swap = (n: number) => place(cast, cast.ada, ids[n % 2 ? "B" : "C"]!, { after: ids.D });
    for (const order of ["DCB", "DBC"]) {
      await swap(order === "DBC" ? 1 : 0);
      assert.ok((await byHand(cast)).includes(order));
    }
    await Promise.all(Array.from({ length: 998 }, (_none, n) => swap(n)));
    assert.equal(await byHand(cast), "AJIHGFEDBC");
    const rows = await cast.world.database.read.selectFrom("tasks").select("position").execute();
    assert.ok(rows.every(({ position }) => (position ?? "").length <= LONGEST_KEY));
    assert.ok(rows.filter(({ position }) => position !== null).length > 3, "nothing was spread");
  }));
