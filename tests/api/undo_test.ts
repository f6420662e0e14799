import assert from "node:assert/strict";
import { call, type Sent, withApp } from "../support/app.ts";
import type { Cast, Person } from "../support/cast.ts";
import { planner } from "../support/projects.ts";

type App = Parameters<typeof call>[0];

const workspace = ({ workspaceId }: Cast) => `/workspaces/${workspaceId}`;

/** Undoes what is told last of a task. */
async function undoLast(app: App, cast: Cast, by: Person, taskId: string, more: Sent = {}) {
  const task = await call(app, `GET ${workspace(cast)}/tasks/${taskId}`, { as: by });
  const path = `${workspace(cast)}/activity/${task.body.task.activity.at(-1).id}/undo`;
  const again = () => call(app, `POST ${path}`, { as: by, ...more });
  return { ...(await again()), again };
}

Deno.test("retrying an undo returns no task that the person can no longer see", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, teams } = cast;
    const member = `${workspace(cast)}/teams/${teams.ppl}/members/${chidi.member.profile.id}`;
    await call(app, `PUT ${member}`, { as: ada, body: { role: "member" } });
    const open = await cast.task(ada);
    const body = { teamId: teams.ppl, title: "Salaries" };
    const hidden =
      (await call(app, `POST ${workspace(cast)}/tasks`, { as: chidi, body })).body.task;
    const many = { taskIds: [open.id, hidden.id], patch: { priority: "high" } };
    await call(app, `PATCH ${workspace(cast)}/tasks`, { as: chidi, body: many });
    const headers = { "idempotency-key": "once" };
    const first = await undoLast(app, cast, chidi, open.id, { headers });
    assert.match(first.text, /Salaries/);
    assert.equal((await first.again()).headers.get("idempotency-replayed"), "true");
    await call(app, `DELETE ${member}`, { as: ada });
    const later = await first.again();
    assert.equal(later.status, 404);
    assert.doesNotMatch(later.text, /Salaries/);
  }));

Deno.test("an undo reveals nothing about a hidden project or parent", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, teams } = cast;
    const plan = planner(cast);
    const hiddenProject = await plan.project(ada, { name: "Hidden", teamIds: [teams.ppl] });
    const project = await plan.project(ada, { name: "Seen" });
    const hiddenParent = await cast.task(ada, { teamId: teams.ppl });
    const parent = await cast.task(ada);
    const hidden = { projectId: hiddenProject.id, parentId: hiddenParent.id };
    for (const patch of [{ projectId: project.id }, { parentId: parent.id }]) {
      const task = await cast.task(ada, hidden);
      const body = { ...patch, priority: "high" };
      await call(app, `PATCH ${workspace(cast)}/tasks/${task.id}`, { as: chidi, body });
      const undone = await undoLast(app, cast, chidi, task.id);
      assert.doesNotMatch(undone.text, new RegExp(`${hidden.projectId}|${hidden.parentId}`));
    }
    const found = [];
    for (const elsewhere of [hiddenProject.id, null]) {
      const task = await cast.task(ada);
      const body = { projectId: project.id };
      await call(app, `PATCH ${workspace(cast)}/tasks/${task.id}`, { as: chidi, body });
      const { body: { task: { activity } } } = await call(
        app,
        `GET ${workspace(cast)}/tasks/${task.id}`,
        { as: chidi },
      );
      await plan.patchTask(ada, task.id, { projectId: elsewhere });
      const path = `${workspace(cast)}/activity/${activity.at(-1).id}/undo`;
      const { status, body: { left, code } } = await call(app, `POST ${path}`, { as: chidi });
      found.push([status, left, code]);
    }
    assert.deepEqual(found[0], found[1]);
  }));

Deno.test("a partly undone task is listed as undone, with the fields that were skipped", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    const labels = `${workspace(cast)}/labels`;
    const body = { name: "Soon", color: "red" };
    const { label } = (await call(app, `POST ${labels}`, { as: ada, body })).body;
    const task = await cast.task(ada, { tags: ["Soon"] });
    const patch = { archived: true, removeTags: ["Soon"] };
    await call(app, `PATCH ${workspace(cast)}/tasks`, {
      as: ada,
      body: { taskIds: [task.id], patch },
    });
    await call(app, `DELETE ${labels}/${label.id}`, { as: ada });
    const { body: { tasks, left } } = await undoLast(app, cast, ada, task.id);
    assert.deepEqual(tasks.map((one: { archivedAt: unknown }) => one.archivedAt), [null]);
    assert.deepEqual(left, [{
      taskId: task.id,
      reference: "ENG-1",
      message: "A value to restore no longer exists.",
    }]);
  }));

Deno.test("the creation of a task can't be undone while the task has other people's sub-tasks", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    const parent = await cast.task(ada);
    await cast.task(chidi, { parentId: parent.id });
    const { status, body } = await undoLast(app, cast, ada, parent.id);
    assert.deepEqual([status, body.code], [409, "changed_since"]);
  }));

Deno.test("a person can undo their last change to a task by its reference, despite later changes by others", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, esra } = cast;
    const { id } = await cast.task(ada);
    const path = `${workspace(cast)}/tasks/${id}`;
    await call(app, `PATCH ${path}`, { as: ada, body: { priority: "high" } });
    await call(app, `POST ${path}/comments`, { as: ada, body: { body: "Done." } });
    await call(app, `PATCH ${path}`, { as: chidi, body: { deadlineAt: "2027-01-01" } });
    const undo = (by: Person) =>
      call(app, `POST ${workspace(cast)}/activity/ENG-1/undo`, { as: by });
    const { body: { tasks: [task] } } = await undo(ada);
    assert.deepEqual([task.priority, task.deadlineAt], ["none", "2027-01-01"]);
    assert.equal((await undo(chidi)).body.tasks[0].deadlineAt, null);
    assert.deepEqual((await undo(esra)).body.code, "not_undoable");
  }));

Deno.test("an undo of a value that is current again renews the task's ETag, because its activity changes", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    const { id } = await cast.task(ada);
    const path = `${workspace(cast)}/tasks/${id}`;
    await call(app, `PATCH ${path}`, { as: ada, body: { priority: "high" } });
    await call(app, `PATCH ${path}`, { as: chidi, body: { priority: "none" } });
    const read = () => call(app, `GET ${path}`, { as: ada });
    const before = await read();
    assert.equal(
      (await call(app, `POST ${workspace(cast)}/activity/ENG-1/undo`, { as: ada })).status,
      200,
    );
    const after = await read();
    assert.notDeepEqual(after.body, before.body);
    assert.notEqual(after.headers.get("etag"), before.headers.get("etag"));
  }));
