import assert from "node:assert/strict";
import { createAgent } from "../../server/domain/agents/create.ts";
import { updateAgent } from "../../server/domain/agents/update.ts";
import { createAutomation } from "../../server/domain/automations/create.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import { addFavorite } from "../../server/domain/favorites/mark.ts";
import { createTaskLabel } from "../../server/domain/task_labels/create.ts";
import { updateTaskLabel } from "../../server/domain/task_labels/update.ts";
import { type Operation, perform } from "../../server/domain/core/operation.ts";
import { createProjectLabel } from "../../server/domain/project_labels/create.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { search } from "../../server/domain/search/search.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { type Cast, type Person, withCast } from "../support/cast.ts";
import { createWorld } from "../support/world.ts";

// deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
function run<O>(cast: Cast, by: Person, operation: Operation<any, any, O>, input: unknown) {
  return perform(cast.world.services, by.member, operation, input);
}

function find(cast: Cast, by: Person, q: string) {
  return run(cast, by, search, { q });
}

async function titles(cast: Cast, by: Person, q: string): Promise<string[]> {
  return (await find(cast, by, q)).map(({ title }) => title);
}

Deno.test("tasks are found by label, assignee, project, team, status, state, and priority, also combined", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, teams } = cast;
    await run(cast, ada, createTaskLabel, { name: "Überfällig" });
    const { id: projectId } = await run(cast, ada, createProject, { name: "Harbour", key: "HRB" });
    await cast.task(ada, {
      title: "Checkout hangs",
      description: "A timeout of the till",
      tags: ["Bug", "Überfällig"],
      assigneeId: chidi.member.profile.id,
      projectId,
      priority: "urgent",
      status: "completed",
    });
    await cast.task(ada, { title: "Checkout redesign", status: "progressed" });
    await cast.task(ada, { title: "Unwritten", draft: true });
    await cast.task(ada, { title: "Payroll", teamId: teams.ppl });
    const hangs = ["Checkout hangs"];
    for (
      const q of [
        "#bug",
        "#BUG checkout",
        "#checkout bug",
        "#uberfallig",
        "#chidi",
        "#eze completed",
        "#harbour",
        "#hrb timeout",
        "#urgent",
        "#complet",
        "#chidi bug harbour urgent completed checkout timeout",
        "#task hangs",
        "#assigned checkout",
        "#completed eng",
      ]
    ) assert.deepEqual(await titles(cast, ada, q), hangs, q);
    assert.deepEqual(await titles(cast, ada, "#in progress"), ["Checkout redesign"]);
    assert.deepEqual(await titles(cast, ada, "#draft"), ["Unwritten"]);
    assert.deepEqual(await titles(cast, ada, "#people"), ["Payroll"]);
    for (
      const q of ["#bug redesign", "#chidi redesign", "#cancelled", "#chidi progressed", "#task"]
    ) {
      assert.deepEqual(await titles(cast, ada, q), [], q);
    }
  }));

Deno.test("a synonym of a status finds its tasks, and the result says that it is a synonym", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    await cast.task(ada, { title: "Sweep", status: "progressed" });
    await cast.task(ada, { title: "Mop", draft: true });
    const matches = async (q: string) =>
      (await find(cast, ada, q)).map(({ title, matched }) => [title, matched]);
    assert.deepEqual(await matches("#active"), [["Sweep", "synonym"]]);
    assert.deepEqual(await matches("#progress"), [["Sweep", "field"]]);
    assert.deepEqual(await matches("#unpublished"), [["Mop", "synonym"]]);
    assert.deepEqual(await matches("#ticket sweep"), [["Sweep", "synonym"]]);
  }));

Deno.test("a changed name, label, assignee, or status is found immediately", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    const label = await run(cast, ada, createTaskLabel, { name: "Slow" });
    const task = await cast.task(ada, { title: "Polish", tags: ["Slow"] });
    assert.deepEqual(await titles(cast, ada, "#slow"), ["Polish"]);
    const named = { labelId: label.id, patch: { name: "Sluggish" } };
    await run(cast, ada, updateTaskLabel, named);
    assert.deepEqual(await titles(cast, ada, "#slow"), []);
    assert.deepEqual(await titles(cast, ada, "#sluggish"), ["Polish"]);
    assert.deepEqual(await titles(cast, ada, "#chidi"), []);
    const patch = { assigneeId: chidi.member.profile.id, status: "cancelled" };
    await run(cast, ada, updateTask, { taskId: task.id, patch });
    assert.deepEqual(await titles(cast, ada, "#chidi cancelled"), ["Polish"]);
  }));

Deno.test("projects, people, and views are found by their properties", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, esra } = cast;
    await run(cast, ada, createProjectLabel, { name: "Seaside" });
    await run(cast, ada, createProject, {
      name: "Harbour",
      leadId: chidi.member.profile.id,
      memberIds: [esra.member.profile.id],
      labels: ["Seaside"],
      teamIds: ["ENG"],
      priority: "high",
      status: "active",
    });
    await run(cast, ada, createProject, { name: "Inland", description: "Far from the seaside" });
    for (const q of ["$chidi", "$esra", "$eng", "$high", "$active", "$progress", "$chidi harb"]) {
      assert.deepEqual(await titles(cast, ada, q), ["Harbour"], q);
    }
    assert.deepEqual((await titles(cast, ada, "$seaside")).toSorted(), ["Harbour", "Inland"]);
    assert.deepEqual(await titles(cast, ada, "@admin"), ["Bảo Nguyễn"]);
    assert.deepEqual(await titles(cast, ada, "@owner"), ["Ada Lovelace"]);
    assert.deepEqual(await titles(cast, ada, "@ppl"), ["דינה כהן"]);
    const members = (await titles(cast, ada, "@eng member")).toSorted();
    assert.deepEqual(members, ["Chidi Eze", "Esra Yılmaz"]);
    await run(cast, chidi, createView, { name: "Open ones", scope: "workspace" });
    await run(cast, chidi, createView, { name: "Plans", kind: "project", scope: "workspace" });
    const views = async (q: string) =>
      (await run(cast, ada, search, { q, scope: "views" })).map(({ title }) => title);
    assert.deepEqual(await views("task view"), ["Open ones"]);
    assert.deepEqual(await views("project view"), ["Plans"]);
    assert.deepEqual(await views("chidi plans"), ["Plans"]);
    assert.deepEqual((await views("workspace")).toSorted(), ["Open ones", "Plans"]);
    assert.deepEqual(await views("ada"), []);
    await run(cast, ada, createView, { name: "Errands", scope: "personal" });
    await run(cast, ada, createView, { name: "Ours", scope: "team", teamId: "ENG" });
    const { id: projectId } = await run(cast, ada, createProject, { name: "Quay" });
    await run(cast, ada, createView, { name: "Berths", scope: "project", projectId });
    assert.deepEqual(await views("personal"), ["Errands"]);
    assert.deepEqual(await views("team"), ["Ours"]);
    assert.deepEqual((await views("project")).toSorted(), ["Berths", "Plans"]);
  }));

Deno.test("nobody can use hidden records to find anything", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, dina, teams } = cast;
    const secret = { name: "Quince", key: "QUI", teamIds: [teams.ppl], leadId: "me" };
    const { id: projectId } = await run(cast, dina, createProject, secret).catch(() =>
      run(cast, ada, createProject, { ...secret, leadId: dina.member.profile.id })
    );
    await cast.task(ada, { title: "Mend the gate", projectId, tags: ["Bug"] });
    await cast.task(dina, { title: "Salaries", teamId: teams.ppl, tags: ["Bug"] });
    assert.deepEqual(await titles(cast, ada, "#quince"), ["Mend the gate"]);
    assert.deepEqual(await titles(cast, chidi, "#quince"), []);
    assert.deepEqual(await titles(cast, chidi, "#qui bug"), []);
    assert.deepEqual(await titles(cast, chidi, "#bug"), ["Mend the gate"]);
    assert.deepEqual(await titles(cast, chidi, "@people"), []);
    assert.deepEqual(await titles(cast, chidi, "$dina"), []);
    const blind = { ...ada.member.credential, scopes: new Set(["workspace.read", "tasks.read"]) };
    const asTold = { ...ada, member: { ...ada.member, credential: blind } } as Person;
    assert.deepEqual(await titles(cast, asTold, "#quince"), []);
  }));

Deno.test("a short word beside a long one matches starts of words", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const task = await cast.task(ada, { title: "UI of the till", description: "To fix soon" });
    await cast.task(ada, { title: "Build it", description: "To fix soon" });
    await run(cast, ada, createComment, { taskId: task.id, body: "Nobody repairs it" });
    assert.deepEqual(await titles(cast, ada, "#fix ui"), ["UI of the till"]);
    assert.deepEqual(await titles(cast, ada, "#ui repairs"), ["UI of the till"]);
    assert.deepEqual(await titles(cast, ada, "#fi ti"), []);
    await cast.task(ada, { title: "Rebuild it", tags: ["Bug"] });
    assert.deepEqual(await titles(cast, ada, "#ui bug"), []);
    await run(cast, ada, createTaskLabel, { name: "QA" });
    await cast.task(ada, { title: "Try it out", tags: ["QA"] });
    assert.deepEqual(await titles(cast, ada, "#qa"), ["Try it out"]);
    assert.deepEqual(await titles(cast, ada, "#qa try"), ["Try it out"]);
    assert.deepEqual(await titles(cast, ada, "#q"), []);
  }));

Deno.test("two characters of a script without spaces match anywhere in a title", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    await cast.task(ada, { title: "東京日本橋の工事", description: "fix the bridge" });
    await cast.task(ada, { title: "東京の日本" });
    await cast.task(ada, { title: "Party 🎉" });
    await run(cast, ada, createProject, { name: "新日本計画", key: "SNK" });
    const both = (await titles(cast, ada, "#日本")).toSorted();
    assert.deepEqual(both, ["東京の日本", "東京日本橋の工事"]);
    assert.deepEqual(await titles(cast, ada, "#日本 fix"), ["東京日本橋の工事"]);
    assert.deepEqual(await titles(cast, ada, "#日本 橋"), ["東京日本橋の工事"]);
    assert.deepEqual(await titles(cast, ada, "$日本"), ["新日本計画"]);
    assert.deepEqual(await titles(cast, ada, "#🎉"), ["Party 🎉"]);
  }));

Deno.test("among equal matches, favorites come first, then the latest changes", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi, world } = cast;
    const pinned = await cast.task(ada, { title: "Lamp in the cellar" });
    const changed = await cast.task(ada, { title: "Lamp in the attic" });
    for (let n = 0; n < 160; n++) await cast.task(ada, { title: `Lamp ${n}` });
    await cast.task(ada, { title: "A lamp" });
    world.clock.advance({ minutes: 1 });
    const patch = { priority: "high" };
    const recent = await cast.task(ada, { title: "Lamp in the hall" });
    world.clock.advance({ minutes: 1 });
    await run(cast, ada, updateTask, { taskId: changed.id, patch });
    await run(cast, ada, addFavorite, { kind: "task", id: pinned.id });
    const found = await find(cast, ada, "lamp");
    assert.deepEqual([found[0]!.id, found[0]!.favorite], [pinned.id, true]);
    assert.deepEqual([found[1]!.id, found[1]!.favorite], [recent.id, false]);
    const others = await find(cast, chidi, "lamp in");
    assert.deepEqual(others.map(({ id }) => id), [changed.id, recent.id, pinned.id]);
    assert.ok(others.every(({ favorite }) => !favorite));
  }));

Deno.test("a person is found by email address, and an agent even if it is suspended", () =>
  withCast(createWorld(), async (cast) => {
    const { ada, chidi } = cast;
    assert.deepEqual(await titles(cast, ada, "chidi@example.com"), ["Chidi Eze"]);
    const { automation } = await run(cast, ada, createAutomation, { name: "Release bot" })
      .then((made) => ({ automation: JSON.parse(made.json) }));
    const agent = await run(cast, ada, createAgent, {
      automationId: automation.id,
      name: "Scribe",
    });
    const status = async () => (await find(cast, chidi, "@scribe")).map((one) => one.status);
    assert.deepEqual(await status(), [null]);
    await run(cast, ada, updateAgent, { agentId: agent.id, patch: { suspended: true } });
    assert.deepEqual(await status(), ["suspended"]);
    assert.deepEqual(await titles(cast, chidi, "@agent"), ["Scribe"]);
    assert.deepEqual(await titles(cast, chidi, "Release bot"), []);
  }));
