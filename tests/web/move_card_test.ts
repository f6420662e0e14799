import assert from "node:assert/strict";
import { findTask } from "../../server/domain/tasks/find.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { listTasks } from "../../server/domain/tasks/list.ts";
import { withApp } from "../support/app.ts";
import { planner } from "../support/projects.ts";
import { visit } from "../support/visitor.ts";

Deno.test("a moved card gets the value of its new column in any grouping, with a message and Undo", () =>
  withApp({}, async (app, cast) => {
    const plan = planner(cast);
    const { ada, chidi } = cast;
    const project = await plan.project(ada, { name: "Relaunch" });
    const { id, reference } = await cast.task(ada, { tags: ["Bug", "Feature"], priority: "low" });
    const read = async () => parseJson((await plan.run(ada, findTask, { taskId: id })).json);
    const labels = new Map((await read()).labels.map((label) => [label.name, label.id]));
    const bug = labels.get("Bug")!;
    const feature = labels.get("Feature")!;
    const visitor = await visit(app, ada.email);
    const chidisId = chidi.member.profile.id;
    const moves: [group: string, form: Record<string, string>, told: string, now: object][] = [
      ["status", { status: "progressed" }, "In progress", { status: "progressed" }],
      ["priority", { priority: "urgent" }, "Urgent", { priority: "urgent" }],
      ["assignee", { assigneeId: chidisId }, chidi.member.profile.name, { assigneeId: chidisId }],
      ["assignee", { assigneeId: "me" }, "Ada", { assigneeId: ada.member.profile.id }],
      ["assignee", { assigneeId: "" }, "No assignee", { assigneeId: null }],
      ["project", { projectId: project.id }, "Relaunch", { projectId: project.id }],
      ["project", { projectId: "" }, "No project", { projectId: null }],
      ["label", { label: feature, fromLabel: bug }, "Feature", { tags: ["Feature"] }],
      ["label", { label: "", fromLabel: feature }, "No label", { tags: [] }],
      ["label", { label: bug, fromLabel: "" }, "Bug", { tags: ["Bug"] }],
    ];
    for (const [group, form, told, now] of moves) {
      const board = `/workspace/tasks?layout=board&group=${group}`;
      const before = await read();
      const { html } = await visitor.part(
        "POST",
        `/workspace/tasks/${reference}/place`,
        board,
        form,
      );
      assert.match(
        html,
        new RegExp(`${reference} moved to ${told}[^<]*<`),
        JSON.stringify(form),
      );
      assert.match(html, /class="row card"/);
      assert.deepEqual(pick(await read(), now), now);
      const undo = /action="([^"]+)"[^>]*><button[^>]*data-undo/.exec(html)![1]!;
      await visitor.part("POST", undo, board, { act: "undo" });
      assert.deepEqual(pick(await read(), now), pick(before, now));
      await visitor.part("POST", `/workspace/tasks/${reference}/place`, board, form);
    }
  }));

const pick = (task: object, names: object) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, Reflect.get(task, name)]));

Deno.test("moving a card to a column and beside another card is one act, with one Undo", () =>
  withApp({}, async (app, cast) => {
    const plan = planner(cast);
    const { ada, teams } = cast;
    for (const title of ["Ash", "Birch", "Cedar"]) {
      await cast.task(ada, { title });
      app.world.clock.advance({ seconds: 1 });
    }
    const order = async () => {
      const page = await plan.run(ada, listTasks, { teamId: teams.eng, sort: "position" });
      return parseJson(page.records).map(({ title, status }) => `${title} ${status}`);
    };
    const before = await order();
    const visitor = await visit(app, ada.email);
    const board = `/workspace/tasks?layout=board&teamId=${teams.eng}&sort=position`;
    const { html } = await visitor.part("POST", "/workspace/tasks/ENG-3/place", board, {
      status: "planned",
      after: "ENG-1",
    });
    assert.match(html, /ENG-3 moved to Planned/);
    assert.deepEqual(await order(), ["Birch backlogged", "Ash backlogged", "Cedar planned"]);
    const undo = /action="([^"]+)"[^>]*><button[^>]*data-undo/.exec(html)![1]!;
    await visitor.part("POST", undo, board, { act: "undo" });
    assert.deepEqual(await order(), before);
  }));

Deno.test("moving several cards to a column and position is one act that keeps their order, with one Undo", () =>
  withApp({}, async (app, cast) => {
    const plan = planner(cast);
    const { ada, teams } = cast;
    for (const [title, tags] of [["Ash", "Bug"], ["Birch", ""], ["Cedar", "Feature"]] as const) {
      await cast.task(ada, { title, tags: tags ? [tags, "Improvement"] : [] });
      app.world.clock.advance({ seconds: 1 });
    }
    const listed = async () =>
      parseJson(
        (await plan.run(ada, listTasks, { teamId: teams.eng, sort: "position" })).records,
      );
    const order = async () => (await listed()).map(({ title, status }) => `${title} ${status}`);
    const tags = async () => (await listed()).map(({ title, tags }) => `${title}: ${tags.join()}`);
    const ids = new Map(
      (await listed()).flatMap(({ labels }) => labels.map((l) => [l.name, l.id])),
    );
    const [before, tagged] = [await order(), await tags()];
    const visitor = await visit(app, ada.email);
    const board = `/workspace/tasks?layout=board&teamId=${teams.eng}&sort=position`;
    const place = (form: Record<string, string>) =>
      visitor.part("POST", "/workspace/tasks/selected/place", board, form);
    const undo = async ({ html }: { html: string }) => {
      const path = /action="([^"]+)"[^>]*><button[^>]*data-undo/.exec(html)![1]!;
      assert.match((await visitor.part("POST", path, board, { act: "undo" })).html, /Undone: /);
    };

    const moved = await place({ tasks: "ENG-1,ENG-3", status: "planned", after: "ENG-2" });
    assert.match(moved.html, /2 tasks moved to Planned/);
    assert.deepEqual(await order(), ["Birch backlogged", "Cedar planned", "Ash planned"]);
    await undo(moved);
    assert.deepEqual(await order(), before);

    const improvement = ids.get("Improvement")!;
    const from = `${ids.get("Bug")},${ids.get("Feature")},${improvement}`;
    const labelled = await place({
      ...{ tasks: "ENG-1,ENG-2,ENG-3", label: improvement, fromLabel: from },
    });
    assert.match(labelled.html, /3 tasks moved to Improvement/);
    assert.deepEqual(await tags(), [
      "Cedar: Improvement",
      "Birch: Improvement",
      "Ash: Improvement",
    ]);
    await undo(labelled);
    assert.deepEqual(await tags(), tagged);

    const refused = await place({ tasks: "ENG-1,ENG-2", status: "planned", after: "ENG-1" });
    assert.equal(refused.status, 422);
    assert.deepEqual(await order(), before);
  }));
