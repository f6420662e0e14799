import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { findSeveralTasks } from "../../server/domain/tasks/find_several.ts";
import type { TaskGroup } from "../../server/domain/tasks/group.ts";
import { groupTasks } from "../../server/domain/tasks/groups.ts";
import { taskGroupings } from "../../server/domain/tasks/schema.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

const fields: Record<string, string> = { assignee: "assigneeId", project: "projectId" };

const groups = ({ world, ada }: Cast, input: Record<string, unknown>) =>
  perform(world.services, ada.member, groupTasks, input);
const titles = ({ world, ada }: Cast, input: Record<string, unknown>) =>
  perform(world.services, ada.member, listTasks, input)
    .then((page) => parseJson(page.records).map(({ title }) => title));
const groupTitles = async ({ world, ada }: Cast, { tasks }: TaskGroup) => {
  const ids = tasks.map(([id]) => id);
  const found = await perform(world.services, ada.member, findSeveralTasks, { ids });
  const titleOf = new Map(
    found.map(({ cacheKey, record }) => [cacheKey[0], parseJson(record).title]),
  );
  return ids.map((id) => titleOf.get(id));
};

/** Thirty tasks that have nothing set, and thirty that have everything: both more than a group shows at first. */
async function stock(cast: Cast) {
  const project = await perform(cast.world.services, cast.ada.member, createProject, {
    name: "Gatehouse",
  });
  const set = { tags: ["Bug"], priority: "high", assigneeId: "me", projectId: project.id };
  for (let n = 0; n < 30; n++) {
    await cast.task(cast.ada, { title: `Bare ${n}` });
    await cast.task(cast.ada, { title: `Set ${n}`, status: "planned", ...set });
    cast.world.clock.advance({ seconds: 1 });
  }
}

Deno.test("the rest of every group, even of tasks without a value, is the list with the group's filter", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    for (const group of taskGroupings.filter((one) => one !== "none")) {
      const found = await groups(cast, { group });
      assert.equal(found.length, 2, group);
      for (const one of found) {
        const narrowed = { [fields[group] ?? group]: one.key, limit: 100 };
        const all = await titles(cast, narrowed);
        const rest = await titles(cast, { ...narrowed, cursor: one.nextCursor });
        assert.deepEqual([one.count, all.length, rest.length], [30, 30, 5], `${group} ${one.key}`);
        assert.deepEqual([...await groupTitles(cast, one), ...rest], all);
      }
    }
  }));

Deno.test("a filter for tasks without a label leaves only the group without labels", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const found = await groups(cast, { group: "label", label: "none" });
    assert.deepEqual(found.map(({ key, count }) => [key, count]), [["none", 30]]);
  }));

Deno.test("a filter with several or excluded values leaves the matching groups", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const { ada, chidi } = cast;
    const [{ key: projectId }, { key: bug }] = [
      (await groups(cast, { group: "project" }))[0]!,
      (await groups(cast, { group: "label" }))[0]!,
    ];
    await cast.task(chidi, { title: "Closed", status: "completed", priority: "low" });
    const adaId = ada.member.profile.id;
    const cases: [Record<string, unknown>, [string, number][]][] = [
      [{ group: "status", notStatus: "planned" }, [["backlogged", 30], ["completed", 1]]],
      [{ group: "status", status: "planned,completed" }, [["planned", 30], ["completed", 1]]],
      [{ group: "status", creatorId: "me,chidi", notPriority: "none" }, [
        ["planned", 30],
        ["completed", 1],
      ]],
      [{ group: "priority", notPriority: "none,high" }, [["low", 1]]],
      [{ group: "assignee", assigneeId: "me,chidi" }, [["me", 30]]],
      [{ group: "assignee", assigneeId: `none,${adaId}` }, [["none", 31], [adaId, 30]]],
      [{ group: "assignee", assigneeId: `me,${adaId}` }, [["me", 30]]],
      [{ group: "assignee", notAssigneeId: adaId }, [["none", 31]]],
      [{ group: "label", label: "bug,none" }, [[bug, 30], ["none", 31]]],
      [{ group: "label", notLabel: "none" }, [[bug, 30]]],
      [{ group: "label", notLabel: "bug" }, [["none", 31]]],
      [{ group: "project", projectId: `none,${projectId}`, status: "planned,completed" }, [
        [projectId, 30],
        ["none", 1],
      ]],
      [{ group: "project", notProjectId: projectId }, [["none", 31]]],
      [{ group: "none", status: "planned,backlogged", label: "bug,none" }, [["all", 60]]],
    ];
    for (const [input, expected] of cases) {
      const found = await groups(cast, input);
      const counts = found.map(({ key, count }) => [key, count]);
      assert.deepEqual(counts, expected, JSON.stringify(input));
      for (const one of found.filter(({ collapsed }) => !collapsed)) {
        const { group, ...filters } = input as Record<string, string>;
        const narrowed = group === "none" ? {} : { [fields[group!] ?? group!]: one.key };
        const all = await titles(cast, { ...filters, ...narrowed, limit: 100 });
        assert.deepEqual(await groupTitles(cast, one), all.slice(0, 25), JSON.stringify(input));
      }
    }
  }));

Deno.test("groups are sorted internally, oldest first on request, and their next pages continue in that order", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const [first] = await groups(cast, { group: "label", sort: "createdAt" });
    assert.equal((await groupTitles(cast, first!))[0], "Set 0");
    const narrowed = { label: first!.key, sort: "createdAt", cursor: first!.nextCursor };
    assert.equal((await titles(cast, narrowed))[0], "Set 25");
    const newest = await groups(cast, { group: "label" });
    assert.equal((await groupTitles(cast, newest[0]!))[0], "Set 29");
  }));

Deno.test("a label is found by its ID and its name, only in its own workspace", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const [bug] = await groups(cast, { group: "label" });
    const byId = await titles(cast, { label: bug!.key, sort: "createdAt" });
    assert.equal(byId.length, 30);
    assert.deepEqual(byId, await titles(cast, { label: "bug", sort: "createdAt" }));
    assert.deepEqual(await titles(cast, { label: bug!.key, status: "completed" }), []);
    const { frode, world } = cast;
    const elsewhere = perform(world.services, frode.member, listTasks, { label: bug!.key });
    await refused(elsewhere, { status: 422, fields: ["label"] });
  }));

/** Five people's worth of tasks that differ in everything that they can be grouped by. */
async function mix(cast: Cast) {
  const { ada, bao, chidi } = cast;
  const project = await perform(cast.world.services, ada.member, createProject, {
    name: "Gatehouse",
  });
  const values = {
    status: ["planned", "progressed", "completed"],
    priority: ["none", "high"],
    assigneeId: [null, ada.member.profile.id, bao.member.profile.id, chidi.member.profile.id],
    tags: [[], ["Bug"], ["Bug", "Feature"]],
    projectId: [null, project.id],
  };
  for (let n = 0; n < 48; n++) {
    const set = Object.entries(values).map(([name, some]) => [name, some[n % some.length]]);
    await cast.task(ada, { title: `Task ${n}`, ...Object.fromEntries(set) });
    cast.world.clock.advance({ seconds: 1 });
  }
}

Deno.test("each subgroup equals the list with both filters, in the order of its grouping", () =>
  withCast(createWorld(), async (cast) => {
    await mix(cast);
    const by = taskGroupings.filter((one) => one !== "none");
    for (const group of by) {
      for (const subgroup of by.filter((one) => one !== group)) {
        const plain = await groups(cast, { group, opened: ["completed"] });
        const order = (await groups(cast, { group: subgroup })).map(({ key }) => key);
        const found = await groups(cast, { group, subgroup, opened: ["completed"] });
        assert.deepEqual(
          found.map(({ key, name, count, atLeast }) => [key, name, count, atLeast]),
          plain.map(({ key, name, count, atLeast }) => [key, name, count, atLeast]),
        );
        for (const { key, tasks, subgroups } of found) {
          assert.ok(subgroups?.whole);
          assert.equal(tasks.length, 0);
          const keys = subgroups.groups.map((one) => one.key);
          assert.deepEqual(keys, order.filter((one) => keys.includes(one)), `${group} ${subgroup}`);
          for (const key2 of order) {
            const narrowed = {
              [fields[group] ?? group]: key,
              [fields[subgroup] ?? subgroup]: key2,
            };
            const all = await titles(cast, { ...narrowed, limit: 100 });
            const one: TaskGroup | undefined = subgroups.groups.find((other) => other.key === key2);
            const told = `${group} ${key} ${subgroup} ${key2}`;
            assert.deepEqual([one?.count ?? 0, one?.atLeast ?? false], [all.length, false], told);
            if (!one) continue;
            const rest: string[] = one.nextCursor === null
              ? []
              : await titles(cast, { ...narrowed, limit: 100, cursor: one.nextCursor });
            assert.deepEqual([...await groupTitles(cast, one), ...rest], all, told);
          }
        }
      }
    }
  }));

Deno.test("a long group shows the subgroups of its first tasks, and says that there are more tasks", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, task, world } = cast;
    await task(ada, { title: "Old", priority: "urgent" });
    world.clock.advance({ seconds: 1 });
    for (let n = 0; n < 120; n++) {
      await task(ada, { title: `Bare ${n}`, priority: n % 2 ? "high" : "none" });
      world.clock.advance({ seconds: 1 });
    }
    const [found] = await groups(cast, { subgroup: "priority" });
    assert.equal(found!.subgroups!.whole, false);
    const told = found!.subgroups!.groups.map(({ key, count, atLeast }) => [key, count, atLeast]);
    assert.deepEqual(told, [["high", 50, true], ["none", 50, true]]);
    assert.deepEqual([found!.count, found!.atLeast], [100, true]);
    const [first] = await groups(cast, { subgroup: "priority", sort: "createdAt" });
    assert.equal(first!.subgroups!.groups[0]!.key, "urgent");
    const alone = await groups(cast, { status: "backlogged", group: "priority" });
    assert.deepEqual(alone.map(({ key }) => key), ["urgent", "high", "none"]);
  }));

Deno.test("closed tasks in groups load only on request, and a filtered assignee has a group", () =>
  withCast(createWorld(), async (cast) => {
    await mix(cast);
    const closed = (await groups(cast, { subgroup: "assignee" })).at(-1)!;
    assert.deepEqual([closed.key, closed.count, closed.subgroups], ["completed", 16, undefined]);
    const opened = await groups(cast, { subgroup: "assignee", opened: ["completed"] });
    assert.equal(opened.at(-1)!.subgroups!.groups.length, 4);
    const adaId = cast.ada.member.profile.id;
    for (const assigneeId of ["me,none", `me,none,${adaId}`, `${adaId},none`]) {
      const [one] = await groups(cast, { subgroup: "assignee", assigneeId });
      const [mine] = assigneeId.split(",");
      assert.deepEqual(one!.subgroups!.groups.map(({ key, count }) => [key, count]), [
        [mine, 4],
        ["none", 4],
      ]);
    }
    const [bugs] = await groups(cast, { subgroup: "label", label: "bug" });
    assert.deepEqual(bugs!.subgroups!.groups.map(({ name }) => name), ["Bug"]);
  }));

Deno.test("tasks of a hidden project have no subgroup for the project", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const quiet = { name: "Quiet", teamIds: ["PPL"] };
    const { id } = await perform(world.services, ada.member, createProject, quiet);
    await cast.task(ada, { projectId: id });
    const keys = async (by: typeof ada) => {
      const input = { subgroup: "project" };
      const [found] = await perform(world.services, by.member, groupTasks, input);
      return found!.subgroups!.groups.map(({ key }) => key);
    };
    assert.deepEqual([await keys(ada), await keys(chidi)], [[id], ["none"]]);
  }));

Deno.test("a team's manual order applies within subgroups", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, task, world } = cast;
    for (let n = 0; n < 14; n++) {
      await task(ada, { title: `Jar ${n}` });
      world.clock.advance({ seconds: 1 });
    }
    const last = await task(ada, { title: "Lid" });
    const patch = { after: "ENG-14" };
    await perform(world.services, ada.member, updateTask, { taskId: last.id, patch });
    const asked = { teamId: "ENG", sort: "position", subgroup: "priority" };
    const [one] = (await groups(cast, asked))[0]!.subgroups!.groups;
    const shown = await groupTitles(cast, one!);
    assert.deepEqual(shown.slice(0, 2), ["Jar 13", "Lid"]);
    const list = { teamId: "ENG", sort: "position", priority: "none" };
    const rest = await titles(cast, { ...list, cursor: one!.nextCursor });
    assert.deepEqual([...shown, ...rest], await titles(cast, list));
  }));

Deno.test("subgroups require groups with another grouping", () =>
  withCast(createWorld(), async (cast) => {
    const wrong = [{ subgroup: "status" }, { group: "none", subgroup: "label" }, {
      subgroup: "label",
      columns: true,
    }];
    for (const input of wrong) {
      await refused(groups(cast, input), { status: 422, fields: ["subgroup"] });
    }
  }));

Deno.test("a grouped text search counts its matches, even if a filter excludes many newer ones", () =>
  withCast(createWorld(), async (cast) => {
    for (let n = 0; n < 203; n++) {
      const status = n < 3 ? "completed" : "planned";
      await cast.task(cast.ada, { title: `Oil the hinge ${n}`, status });
    }
    const counted = async (input: Record<string, unknown>) =>
      (await groups(cast, { group: "none", q: "hinge", ...input })).map(({ count }) => count);
    assert.deepEqual(await counted({ status: "completed" }), [3]);
    assert.deepEqual(await counted({}), [100]);
    const columns = { columns: true, hidden: ["all"] };
    assert.deepEqual(await counted({ status: "completed", ...columns }), [3]);
    assert.deepEqual(await counted(columns), [100]);
  }));
