import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { archiveTaskLabel } from "../../server/domain/task_labels/archive.ts";
import { listTaskLabels } from "../../server/domain/task_labels/list.ts";
import { groupTasks, MOST_COLUMNS } from "../../server/domain/tasks/groups.ts";
import { type Cast, withCast } from "../support/cast.ts";
import { manyLabels } from "../support/labels.ts";
import { planner } from "../support/projects.ts";
import { createWorld } from "../support/world.ts";

/** A board's columns, with how many tasks each has and how many cards it shows; the hidden ones in brackets. */
async function columns(cast: Cast, input: Record<string, unknown>): Promise<string[]> {
  const found = await planner(cast).run(cast.ada, groupTasks, { columns: true, ...input });
  return found.map(({ key, name, count, tasks, hidden }) => {
    const told = `${name ?? key} ${count}/${tasks.length}`;
    return hidden ? `(${told})` : told;
  });
}

Deno.test("a board's hidden columns include assignable people, projects, and labels without tasks", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams } = cast;
    const plan = planner(cast);
    const gate = await plan.project(ada, { name: "Gate" });
    await plan.project(ada, { name: "Over", status: "completed" });
    await cast.task(ada, { assigneeId: chidi.member.profile.id, tags: ["Bug"] });
    const chidis = `${chidi.member.profile.name} 1/1`;
    const names = (await columns(cast, { group: "assignee" })).map((told) =>
      told.replace(/ \d.*/, "")
    );
    assert.deepEqual(names.filter((name) => !name.startsWith("(")), [chidis.replace(/ \d.*/, "")]);
    assert.deepEqual(
      await columns(cast, { group: "assignee", teamId: teams.eng, notAssigneeId: "esra" }),
      [`(${ada.member.profile.name} 0/0)`, chidis, "(none 0/0)"],
      "of a team's board its own people",
    );
    assert.deepEqual(await columns(cast, { group: "project" }), ["(Gate 0/0)", "none 1/1"]);
    assert.deepEqual(
      await columns(cast, { group: "project", shown: [gate.id] }),
      ["Gate 0/0", "none 1/1"],
    );
    assert.deepEqual(await columns(cast, { group: "label", label: "bug,none" }), [
      "Bug 1/1",
      "(none 0/0)",
    ]);
    assert.deepEqual(await columns(cast, { group: "label", label: "none", status: "planned" }), [
      "(none 0/0)",
    ]);
  }));

Deno.test("an archived label has a column only while tasks have the label", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { run } = planner(cast);
    const labels = parseJson((await run(ada, listTaskLabels, {})).records);
    for (const { id, name } of labels.filter(({ name }) => name === "Bug" || name === "Feature")) {
      if (name === "Bug") await cast.task(ada, { tags: [name] });
      await run(ada, archiveTaskLabel, { labelId: id });
    }
    const told = await columns(cast, { group: "label" });
    assert.ok(told.includes("Bug 1/1"), told.join());
    assert.ok(!told.some((one) => one.includes("Feature")), told.join());
    const planned = await columns(cast, { group: "label", status: "planned" });
    assert.ok(!planned.some((one) => one.includes("Bug")), planned.join());
  }));

Deno.test("a hidden column of any kind has a count, but no tasks", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    await cast.task(ada, { status: "planned", assigneeId: "me" });
    await cast.task(ada, { status: "planned" });
    const hidden = ["planned", "cancelled", "none", ada.member.profile.id];
    assert.deepEqual(await columns(cast, { group: "status", hidden }), [
      "backlogged 0/0",
      "(planned 2/0)",
      "progressed 0/0",
      "completed 0/0",
      "(cancelled 0/0)",
    ]);
    const people = await columns(cast, { group: "assignee", hidden });
    assert.deepEqual([people[0], people.at(-1)], [
      `(${ada.member.profile.name} 1/0)`,
      "(none 1/0)",
    ]);
    const list = await planner(cast).run(ada, groupTasks, { group: "status", hidden });
    assert.deepEqual(list.map(({ key, tasks }) => [key, tasks.length]), [["planned", 2]]);
  }));

Deno.test("a board opens a limited number of columns, and each column that the person requested", () =>
  withCast(createWorld(), async (cast) => {
    const plan = planner(cast);
    for (let n = 0; n < MOST_COLUMNS + 2; n++) {
      const project = await plan.project(cast.ada, { name: `Plan ${String(n).padStart(2, "0")}` });
      await cast.task(cast.ada, { projectId: project.id });
    }
    const last = `Plan ${MOST_COLUMNS + 1}`;
    const told = await columns(cast, { group: "project" });
    assert.deepEqual(told.slice(-3), [`(Plan ${MOST_COLUMNS} 1/0)`, `(${last} 1/0)`, "(none 0/0)"]);
    assert.equal(told.filter((one) => !one.startsWith("(")).length, MOST_COLUMNS);
    const found = await plan.run(cast.ada, groupTasks, { group: "project", columns: true });
    const { key } = found.find(({ name }) => name === last)!;
    assert.ok((await columns(cast, { group: "project", shown: [key] })).includes(`${last} 1/1`));
  }));

Deno.test("a board offers the first hundred of thousands of unused labels, and those that the person shows", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const ids = await manyLabels(cast, Array.from({ length: 2_000 }, (_, n) => `Zone ${n}`));
    await cast.task(ada, { tags: [ids[1_999]!] });
    const told = await columns(cast, { group: "label", shown: [ids[1_500]!] });
    assert.equal(told.filter((one) => one.startsWith("(Zone")).length, 97);
    assert.deepEqual(told.filter((one) => /^Zone/.test(one)), ["Zone 1500 0/0", "Zone 1999 1/1"]);
  }));
