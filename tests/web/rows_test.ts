import assert from "node:assert/strict";
import type { Database } from "../../server/database/open.ts";
import { listTaskLabels } from "../../server/domain/task_labels/list.ts";
import { updateTaskLabel } from "../../server/domain/task_labels/update.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { makeSubTasks } from "../../server/domain/tasks/make_sub_tasks.ts";
import { updateProfile } from "../../server/domain/profiles/update.ts";
import { updateViewer } from "../../server/domain/profiles/update_viewer.ts";
import { updateTeam } from "../../server/domain/teams/update.ts";
import { updateWorkspace } from "../../server/domain/workspaces/update.ts";
import { DrawnHtml } from "../../views/drawn_html.ts";
import { RecordingDatabase } from "../gates/plans/recorder.ts";
import { withApp } from "../support/app.ts";
import { planner } from "../support/projects.ts";
import { visit, type Visitor } from "../support/visitor.ts";

/** The one row of a list. */
async function rowOf(visitor: Visitor, list = "/workspace/tasks"): Promise<string> {
  const { html } = await visitor.get(list);
  const rows = html.match(/<li class="row[ "].*?<\/li>/gs) ?? [];
  assert.equal(rows.length, 1, html);
  return rows[0]!;
}

const lists = ["", "?group=assignee", "?group=none", "?q=gate", "?layout=board"];

Deno.test("a row immediately shows every change to its task and to all records that it names", () =>
  withApp({}, async (app, cast) => {
    const plan = planner(cast);
    const { ada, chidi, teams } = cast;
    const project = await plan.project(ada, { name: "Relaunch" });
    const { id } = await cast.task(ada, {
      projectId: project.id,
      assigneeId: chidi.member.profile.id,
      tags: ["Bug"],
      deadlineAt: "2026-03-12",
    });
    const [label] = parseJson((await plan.run(ada, listTaskLabels, {})).records)
      .filter(({ name }) => name === "Bug");
    const labelled = (patch: object) =>
      plan.run(ada, updateTaskLabel, { labelId: label!.id, patch });
    const visitor = await visit(app, ada.email);
    const changes: [shown: RegExp, change: () => Promise<unknown>][] = [
      [/>Gate</, () => plan.patchTask(ada, id, { title: "Gate" })],
      [/Status: Planned/, () => plan.patchTask(ada, id, { status: "planned" })],
      [/Priority: High/, () => plan.patchTask(ada, id, { priority: "high" })],
      [/<span>Website</, () => plan.patch(ada, project.id, { name: "Website" })],
      [/<span>Defect</, () => labelled({ name: "Defect" })],
      [/data-color="teal"/, () => labelled({ color: "teal" })],
      [/: Eze Chidi"/, () => plan.run(chidi, updateProfile, { patch: { name: "Eze Chidi" } })],
      [/data-initials="CI"/, () => plan.run(chidi, updateViewer, { name: "Chidi Ife" })],
      [/>DEV-1</, () => plan.run(ada, updateTeam, { teamId: teams.eng, patch: { key: "DEV" } })],
      [/13 Mar</, () => plan.patchTask(ada, id, { deadlineAt: "2026-03-13" })],
      [/No assignee/, () => plan.patchTask(ada, id, { assigneeId: null })],
    ];
    for (const [shown, change] of changes) {
      for (const list of lists) {
        assert.doesNotMatch(await rowOf(visitor, `/workspace/tasks${list}`), shown);
      }
      await change();
      for (const list of lists) {
        assert.match(await rowOf(visitor, `/workspace/tasks${list}`), shown);
      }
    }
  }));

Deno.test("a row is overdue from the first moment of the next day, and shows the year in the next year", () =>
  withApp({}, async (app, cast) => {
    const { ada, world } = cast;
    const zone = (timeZone: string) =>
      planner(cast).run(ada, updateWorkspace, { patch: { timeZone } });
    await cast.task(ada, { deadlineAt: "2026-03-12" });
    const visitor = await visit(app, ada.email);
    assert.match(await rowOf(visitor), /<time [^>]*>12 Mar</);
    world.clock.advance({ hours: 14 });
    assert.match(await rowOf(visitor), /data-late="true"><span[^>]*>Overdue:<\/span>12 Mar</);
    await zone("America/New_York");
    assert.match(await rowOf(visitor), /<time [^>]*>12 Mar</);
    await zone("Asia/Kathmandu");
    assert.match(await rowOf(visitor), /data-late="true"/);
    world.clock.advance({ days: 300 });
    assert.match(await rowOf(await visit(app, ada.email)), />12 Mar 2026</);
  }));

Deno.test("people who can't see a project get no row that names it, even if others got the row first", () =>
  withApp({}, async (app, cast) => {
    const plan = planner(cast);
    const quiet = await plan.project(cast.ada, { name: "Quiet", teamIds: ["PPL"] });
    await cast.task(cast.ada, { projectId: quiet.id });
    const ada = await visit(app, cast.ada.email);
    const chidi = await visit(app, cast.chidi.email);
    for (const list of lists.map((query) => `/workspace/tasks${query}`)) {
      assert.match(await rowOf(ada, list), /Project: Quiet/);
      assert.doesNotMatch(await rowOf(chidi, list), /Quiet|row-project/);
      assert.match(await rowOf(ada, list), /Project: Quiet/);
    }
    await plan.patch(cast.ada, quiet.id, { teamIds: ["PPL", "ENG"] });
    for (const list of lists) {
      assert.match(await rowOf(chidi, `/workspace/tasks${list}`), /Project: Quiet/);
    }
    await plan.patch(cast.ada, quiet.id, { teamIds: ["PPL"] });
    for (const list of lists) {
      assert.doesNotMatch(await rowOf(chidi, `/workspace/tasks${list}`), /Quiet/);
    }
  }));

Deno.test("a row that was rendered before is shown again without reading its task", async () => {
  let database: RecordingDatabase;
  const wrap = (inner: Database) => database = new RecordingDatabase(inner);
  await withApp({ wrap }, async (app, cast) => {
    await cast.task(cast.ada);
    const ada = await visit(app, cast.ada.email);
    const chidi = await visit(app, cast.chidi.email);
    const read = async (visitor: Visitor, list: string) => {
      database.statements.clear();
      await rowOf(visitor, `/workspace/tasks${list}`);
      return [...database.statements.keys()].some((sql) => sql.includes("'title', t.title"));
    };
    for (const drawn of ["", "?layout=board"]) assert.ok(await read(ada, drawn));
    for (const list of lists) {
      assert.deepEqual([await read(ada, list), await read(chidi, list)], [false, false], list);
    }
  });
});

Deno.test("cached HTML stays within its limit, and the oldest is dropped first", () => {
  const kept = new DrawnHtml(10);
  kept.keep("a", "1234");
  kept.keep("b", "1234");
  assert.deepEqual([kept.get("a"), kept.get("b")], ["1234", "1234"]);
  kept.keep("c", "1234");
  assert.deepEqual([kept.get("a"), kept.get("b"), kept.get("c")], [undefined, "1234", "1234"]);
  kept.keep("b", "12");
  kept.keep("d", "1");
  assert.deepEqual([kept.get("c"), kept.get("b"), kept.get("d")], ["1234", "12", "1"]);
  kept.keep("e", "12345678901");
  assert.deepEqual(["b", "c", "d", "e"].map((key) => kept.get(key)), Array(4).fill(undefined));
});

Deno.test("loading more rows of a list reports a missing record in its filter, like the list itself", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    const list = "/workspace/tasks?label=Gone";
    const [more, whole] = [
      await visitor.part("GET", `${list}&shown=50&key=all`, "/workspace/tasks"),
      await visitor.get(list),
    ];
    const said = /Filter value not found.*?Remove this filter/s;
    assert.equal(more.status, 200);
    assert.match(more.html, said);
    assert.equal(said.exec(more.html)?.[0], said.exec(whole.html)?.[0]);
    assert.match(more.html, /^<li class="more">/);
  }));

Deno.test("a group with more tasks than the maximum count shows this count with a plus", () =>
  withApp({}, async (app, cast) => {
    const description = Array.from({ length: 98 }, (_, n) => `- Jar ${n}`).join("\n");
    const { id: taskId } = await cast.task(cast.ada, { description });
    await perform(app.world.services, cast.ada.member, makeSubTasks, { taskId });
    const visitor = await visit(app, cast.ada.email);
    const count = async () =>
      /class="group-count number">\s*([^<]*)/.exec(
        (await visitor.get("/workspace/tasks")).html,
      )![1];
    assert.equal(await count(), "99");
    for (let n = 0; n < 2; n++) await cast.task(cast.ada);
    assert.equal(await count(), "100+");
  }));
