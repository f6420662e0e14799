import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { findTasks } from "../../server/domain/tasks/editions.ts";
import { groupTasks, type TaskGroup } from "../../server/domain/tasks/groups.ts";
import { taskGroupings } from "../../server/domain/tasks/schema.ts";
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
  const found = await perform(world.services, ada.member, findTasks, { ids });
  const titleOf = new Map(
    found.map(({ edition, record }) => [edition[0], parseJson(record).title]),
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

Deno.test("the rest of every group, that of nothing too, is the list narrowed to it", () =>
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

Deno.test("a filter for tasks without a label leaves their group alone", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const found = await groups(cast, { group: "label", label: "none" });
    assert.deepEqual(found.map(({ key, count }) => [key, count]), [["none", 30]]);
  }));

Deno.test("a filter by several values or by none of some leaves the groups that it lets through", () =>
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

Deno.test("groups are sorted within, oldest first when asked, and go on from there", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const [first] = await groups(cast, { group: "label", sort: "createdAt" });
    assert.equal((await groupTitles(cast, first!))[0], "Set 0");
    const narrowed = { label: first!.key, sort: "createdAt", cursor: first!.nextCursor };
    assert.equal((await titles(cast, narrowed))[0], "Set 25");
    const newest = await groups(cast, { group: "label" });
    assert.equal((await groupTitles(cast, newest[0]!))[0], "Set 29");
  }));

Deno.test("an order that groups don't keep is refused rather than ignored", () =>
  withCast(createWorld(), async (cast) => {
    await refused(groups(cast, { sort: "-priority" }), { status: 422, fields: ["sort"] });
  }));

Deno.test("a label is found by its id as by its name, and only in its own workspace", () =>
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
