import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("workflows are listed, created, changed as a whole list, and archived", () =>
  withApp({}, async (app, { ada, chidi, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/workflows`;
    const made = await call(app, `POST ${path}`, { as: ada, body: { name: "Support" } });
    assert.equal(made.status, 201);
    const { id, states } = made.body.workflow;
    const one = `${path}/${id}`;
    assert.deepEqual((await call(app, `GET ${one}`, { as: chidi })).body, made.body);
    // By its name too, in any case
    const byName = await call(app, `GET ${path}/SUPPORT`, { as: chidi });
    assert.deepEqual(byName.body, made.body);
    const renamed = await call(app, `PATCH ${path}/default`, { as: ada, body: { name: "Usual" } });
    assert.equal(renamed.body.workflow?.name, "Usual");
    const wider = [...states, { name: "Waiting", status: "planned" }];
    const guarded = { "if-match": made.headers.get("etag")! };
    const changed = await call(app, `PATCH ${one}`, {
      as: ada,
      body: { states: wider },
      headers: guarded,
    });
    assert.equal(changed.body.workflow.states.length, 6);
    const late = await call(app, `PATCH ${one}`, { as: ada, body: { states }, headers: guarded });
    assert.equal(late.status, 412);
    const short = await call(app, `PATCH ${one}`, { as: ada, body: { states: states.slice(2) } });
    assert.deepEqual([short.status, short.body.errors[0].path], [422, ["states"]]);
    const named = await call(app, `PATCH ${one}`, {
      as: ada,
      body: { states: [{ ...states[0], id: "state_x" }, ...states] },
    });
    assert.deepEqual(named.body.errors.map(({ path }: { path: unknown }) => path), [
      ["states", 1, "name"],
    ]);
    assert.equal((await call(app, `DELETE ${one}`, { as: chidi })).status, 403);
    assert.ok((await call(app, `DELETE ${one}`, { as: ada })).body.workflow.archivedAt);
    const listed = await call(app, `GET ${path}`, { as: chidi });
    assert.deepEqual(listed.body.workflows.map(({ name }: { name: string }) => name), ["Usual"]);
    const all = await call(app, `GET ${path}?includeArchived=true`, { as: chidi });
    assert.equal(all.body.workflows.length, 2);
    assert.equal((await call(app, `GET ${path}/flow_x`, { as: ada })).status, 404);
  }));

Deno.test("a task's state can be set by ID over REST", () =>
  withApp({}, async (app, { chidi, task, workspaceId }) => {
    const path = `/workspaces/${workspaceId}`;
    const { body } = await call(app, `GET ${path}/workflows`, { as: chidi });
    const done = body.workflows[0].states.find(({ name }: { name: string }) => name === "Done");
    const { reference } = await task(chidi);
    const one = `${path}/tasks/${reference}`;
    const set = await call(app, `PATCH ${one}`, { as: chidi, body: { stateId: done.id } });
    assert.deepEqual([set.body.task.status, set.body.task.state.id], ["completed", done.id]);
    const wrong = await call(app, `PATCH ${one}`, { as: chidi, body: { stateId: "state_x" } });
    assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, ["stateId"]]);
  }));
