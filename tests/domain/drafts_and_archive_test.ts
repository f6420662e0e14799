import assert from "node:assert/strict";
import { archiveTask } from "../../server/domain/tasks/archive.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { listArchivedTasks, listDrafts } from "../../server/domain/tasks/drafts_and_archive.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { subscribeToView } from "../../server/domain/saved_views/subscribe.ts";
import { listViewTasks } from "../../server/domain/saved_views/tasks.ts";
import { withCast } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { refused } from "../support/refusal.ts";
import { createWorld } from "../support/world.ts";

Deno.test("drafts and archived tasks can be filtered like other lists", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { run, project } = planner(cast);
    const { id: projectId } = await project(ada, { key: "GATE" });
    const everything = { projectId, status: "planned", priority: "high", tags: ["Bug"] };
    for (const listing of [listDrafts, listArchivedTasks]) {
      for (const set of [{ title: "Bare gate" }, { title: "Set gate", ...everything }]) {
        cast.world.clock.advance({ seconds: 1 });
        const { id } = await cast.task(ada, { ...set, draft: listing === listDrafts });
        if (listing === listArchivedTasks) await run(ada, archiveTask, { taskId: id });
      }
      const titles = async (query: Record<string, unknown>) =>
        parseJson((await run(ada, listing, query)).records).map(({ title }) => title);
      assert.deepEqual(await titles({ teamId: "eng" }), ["Set gate", "Bare gate"]);
      assert.deepEqual(await titles({ teamId: cast.teams.ppl }), []);
      const set = { projectId: "gate", status: "planned", priority: "high", label: "bug" };
      for (const [field, word] of Object.entries(set)) {
        assert.deepEqual(await titles({ [field]: word }), ["Set gate"], field);
      }
      assert.deepEqual(await titles({ label: "none", creatorId: "me" }), ["Bare gate"]);
      assert.deepEqual(await titles({ q: "set" }), ["Set gate"]);
      await refused(run(ada, listing, { label: "nope" }), { status: 422, fields: ["label"] });
    }
  }));

Deno.test("a reference from before a move finds the task in lists and in views", () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { run, patchTask } = planner(cast);
    const { id } = await cast.task(ada, { title: "Hinge" });
    const filters = { q: "eng-1", status: "planned" };
    const view = await run(ada, createView, { name: "One", scope: "workspace", filters });
    await run(ada, subscribeToView, { viewId: view.id });
    await patchTask(ada, id, { teamId: cast.teams.ppl });
    const found = async (query: Record<string, unknown>) =>
      parseJson((await run(ada, listTasks, query)).records).map((task) => task.reference);
    for (const q of ["ENG-1", "eng-1", "PPL-1"]) assert.deepEqual(await found({ q }), ["PPL-1"], q);
    assert.deepEqual(await found({ q: "ENG-2" }), []);
    const shown = () => run(ada, listViewTasks, { viewId: view.id });
    assert.equal((await shown()).size, 0);
    await patchTask(ada, id, { status: "planned" });
    assert.equal((await shown()).size, 1);
  }));

Deno.test('a draft titled "Untitled" can be published only with another title', () =>
  withCast(createWorld(), async (cast) => {
    const { ada } = cast;
    const { patchTask } = planner(cast);
    const { id, title } = await cast.task(ada, { draft: true, title: undefined });
    assert.equal(title, "Untitled");
    const untitled = { status: 422, fields: ["title"] };
    await refused(patchTask(ada, id, { draft: false }), untitled);
    await refused(patchTask(ada, id, { draft: false, title: "Untitled" }), untitled);
    const published = await patchTask(ada, id, { draft: false, title: "Oil it" });
    assert.deepEqual([published.draft, published.title], [false, "Oil it"]);
    assert.equal((await patchTask(ada, id, { title: "Untitled" })).title, "Untitled");
  }));
