import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { archiveProject } from "../../server/domain/projects/archive.ts";
import { listProjects } from "../../server/domain/projects/list.ts";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { countValues } from "../../server/domain/tasks/count_values.ts";
import { groupTasks } from "../../server/domain/tasks/groups.ts";
import { taskGroupings } from "../../server/domain/tasks/schema.ts";
import { withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { allPages, list, sorts, stock, titles } from "../support/task_lists.ts";
import { createWorld } from "../support/world.ts";

Deno.test("archived tasks have their own list, with the same orders, filters, search, groups, and counts", () =>
  withCast(createWorld(), async (cast) => {
    await stock(cast);
    const { run } = planner(cast);
    const orders = new Map<string, string[]>();
    for (const sort of sorts) orders.set(sort, await titles(cast, { sort, includeDrafts: "true" }));
    const groups = new Map<string, [string, number][]>();
    const groupsOf = async (group: string, query: object) =>
      (await run(cast.ada, groupTasks, { group, ...query }))
        .map(({ key, count }): [string, number] => [key, count]);
    for (const group of taskGroupings) {
      groups.set(group, await groupsOf(group, { includeDrafts: "true" }));
    }
    const { tasks } = await list(cast, { includeDrafts: "true" });
    for (const { id } of tasks) await run(cast.ada, archiveTask, { taskId: id });
    await cast.task(cast.ada, { title: "Mend the gate again", status: "planned" });
    const archived = { archived: "true" };
    for (const [sort, expected] of orders) {
      if (sort.endsWith("updatedAt")) continue;
      assert.deepEqual(await titles(cast, { ...archived, sort }), expected, sort);
      assert.deepEqual(await allPages(cast, { ...archived, sort }, 1), expected, sort);
    }
    for (const [group, expected] of groups) {
      assert.deepEqual(await groupsOf(group, archived), expected, group);
    }
    const cases: [Record<string, string>, string[]][] = [
      [{ q: "gate" }, ["Paint the gate", "Mend the gate"]],
      [{ q: "id" }, ["An idea"]],
      [{ q: "eng-1" }, ["Mend the gate"]],
      [{ teamId: "PPL" }, ["Hire a gardener"]],
      [{ teamId: "eng", sort: "position", status: "planned,progressed" }, [
        "Oil the hinge",
        "Paint the gate",
      ]],
      [{ assigneeId: "me,chidi", sort: "createdAt" }, ["Mend the gate", "Oil the hinge"]],
      [{ label: "Bug", sort: "-priority" }, ["Mend the gate", "Order new hinges"]],
      [{ notStatus: "backlogged", closedSince: "-7d" }, [
        "Order new hinges",
        "Oil the hinge",
        "Paint the gate",
      ]],
    ];
    for (const [query, expected] of cases) {
      assert.deepEqual(
        await titles(cast, { ...archived, ...query }),
        expected,
        JSON.stringify(query),
      );
      assert.deepEqual(await allPages(cast, { ...archived, ...query }, 1), expected);
    }
    const { status } = await run(cast.ada, countValues, archived);
    assert.deepEqual(status.counts, { backlogged: 3, planned: 1, progressed: 1, completed: 1 });
    assert.deepEqual(await titles(cast, { archived: "false" }), ["Mend the gate again"]);
  }));

Deno.test("archived projects have their own list, with text search", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { run, project } = planner(cast);
    for (const name of ["Gatehouse", "Harbour", "Gate keeper"]) {
      cast.world.clock.advance({ minutes: 1 });
      const { id } = await project(ada, { name, status: "active", leadId: "me" });
      if (name !== "Harbour") await run(ada, archiveProject, { projectId: id });
    }
    const names = async (query: object) =>
      parseJson((await run(ada, listProjects, query)).records).map(({ name }) => name);
    const archived = { archived: "true" };
    const both = ["Gate keeper", "Gatehouse"];
    assert.deepEqual(await names(archived), both);
    for (const query of [{ sort: "name" }, { q: "gate" }, { status: "active" }, { leadId: "me" }]) {
      assert.deepEqual(await names({ ...archived, ...query }), both, JSON.stringify(query));
    }
    assert.deepEqual(await names({}), ["Harbour"]);
    assert.deepEqual(await names({ q: "gate" }), []);
    assert.deepEqual(await names({ ...archived, q: "harb" }), []);
  }));
