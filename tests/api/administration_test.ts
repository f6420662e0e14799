import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("a team is created, read by id or key, changed, archived and restored", () =>
  withApp({}, async (app, { ada, bao, chidi, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/teams`;
    const body = { name: "Payments", key: "pay", expertiseArea: "Cards" };
    const made = await call(app, `POST ${path}`, { as: bao, body });
    assert.equal(made.status, 201);
    const { id } = made.body.team;
    assert.equal(made.headers.get("location"), `/api/v1${path}/${id}`);
    const read = await call(app, `GET ${path}/PAY`, { as: chidi });
    assert.deepEqual([read.body.team.id, read.body.team.role], [id, null]);
    const etag = read.headers.get("etag")!;
    const held = { "if-none-match": etag };
    assert.equal((await call(app, `GET ${path}/PAY`, { as: chidi, headers: held })).status, 304);
    const guarded = { "if-match": etag };
    const patch = { description: "Takes the money.", key: "CASH" };
    const sent = { as: bao, body: patch, headers: guarded };
    const changed = await call(app, `PATCH ${path}/${id}`, sent);
    assert.deepEqual([changed.body.team.key, changed.body.team.formerKeys], ["CASH", ["PAY"]]);
    assert.equal((await call(app, `PATCH ${path}/${id}`, sent)).status, 412);
    assert.equal((await call(app, `GET ${path}/pay`, { as: chidi })).body.team.id, id);
    const cleared = await call(app, `PATCH ${path}/${id}`, {
      as: ada,
      body: { description: null },
    });
    assert.equal(cleared.body.team.description, null);
    const archived = await call(app, `DELETE ${path}/${id}`, { as: ada });
    assert.equal(typeof archived.body.team.archivedAt, "string");
    const restored = await call(app, `POST ${path}/${id}/restore`, { as: ada });
    assert.equal(restored.body.team.archivedAt, null);
  }));

Deno.test("a team's doors tell apart who may not and what isn't there", () =>
  withApp({}, async (app, { ada, chidi, task, teams, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/teams`;
    const eng = `${path}/${teams.eng}`;
    const hidden = `${path}/${teams.ppl}`;
    const refusals: [string, number, object?][] = [
      [`POST ${path}`, 403, { name: "Mine", key: "MINE" }],
      [`PATCH ${eng}`, 403, { name: "Mine" }],
      [`DELETE ${eng}`, 403],
      [`PUT ${eng}/members/me`, 403, { role: "lead" }],
      [`GET ${hidden}`, 404],
      [`PATCH ${hidden}`, 404, { name: "Mine" }],
      [`DELETE ${hidden}`, 404],
      [`PUT ${hidden}/members/me`, 404, { role: "member" }],
      [`GET ${path}/NONE`, 404],
    ];
    for (const [request, status, body] of refusals) {
      assert.equal((await call(app, request, { as: chidi, body })).status, status, request);
    }
    const taken = await call(app, `POST ${path}`, { as: ada, body: { name: "E", key: "ENG" } });
    assert.deepEqual([taken.status, taken.body.code], [409, "team_key_taken"]);
    await task(ada);
    const open = await call(app, `DELETE ${eng}`, { as: ada });
    assert.deepEqual([open.status, open.body.code], [409, "team_has_open_tasks"]);
    assert.equal(
      (await call(app, `DELETE ${eng}`, { as: ada, body: { force: true } })).status,
      200,
    );
  }));

Deno.test("a team's members are put and taken out by their own address", () =>
  withApp({}, async (app, { ada, dina, workspaceId, teams }) => {
    const one = `/workspaces/${workspaceId}/teams/ENG/members/${dina.member.profile.id}`;
    const added = await call(app, `PUT ${one}`, { as: ada, body: { role: "commentator" } });
    assert.equal(added.body.team.memberCount, 4);
    const member = `/workspaces/${workspaceId}/members/${dina.member.profile.id}`;
    const read = await call(app, `GET ${member}`, { as: ada });
    assert.deepEqual(
      new Set(read.body.member.teams.map(({ id }: { id: string }) => id)),
      new Set([teams.eng, teams.ppl]),
    );
    const wrong = await call(app, `PUT ${one}`, { as: ada, body: {} });
    assert.deepEqual([wrong.status, wrong.body.errors[0].path], [422, ["role"]]);
    assert.equal((await call(app, `DELETE ${one}`, { as: dina })).body.team.memberCount, 3);
    assert.equal((await call(app, `DELETE ${one}`, { as: ada })).status, 404);
  }));

Deno.test("workflows are listed, created, changed as a whole list, and archived", () =>
  withApp({}, async (app, { ada, chidi, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/workflows`;
    const made = await call(app, `POST ${path}`, { as: ada, body: { name: "Support" } });
    assert.equal(made.status, 201);
    const { id, states } = made.body.workflow;
    const one = `${path}/${id}`;
    assert.deepEqual((await call(app, `GET ${one}`, { as: chidi })).body, made.body);
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
    assert.deepEqual(listed.body.workflows.map(({ name }: { name: string }) => name), ["Default"]);
    const all = await call(app, `GET ${path}?includeArchived=true`, { as: chidi });
    assert.equal(all.body.workflows.length, 2);
    assert.equal((await call(app, `GET ${path}/flow_x`, { as: ada })).status, 404);
  }));

Deno.test("a task takes a state by its id over REST", () =>
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

Deno.test("labels are created, changed, archived and restored; a task's 304 notices a new colour", () =>
  withApp({}, async (app, { ada, chidi, task, workspaceId }) => {
    const path = `/workspaces/${workspaceId}/labels`;
    const made = await call(app, `POST ${path}`, { as: ada, body: { name: "Security" } });
    assert.deepEqual([made.status, made.body.label.color], [201, "gray"]);
    const one = `${path}/${made.body.label.id}`;
    await task(ada, { tags: ["Security"] });
    const held = await call(app, `GET /workspaces/${workspaceId}/tasks/ENG-1`, { as: chidi });
    const headers = { "if-none-match": held.headers.get("etag")! };
    const changed = await call(app, `PATCH ${one}`, { as: ada, body: { color: "red" } });
    assert.equal(changed.body.label.color, "red");
    const read = await call(app, `GET /workspaces/${workspaceId}/tasks/ENG-1`, {
      as: chidi,
      headers,
    });
    assert.deepEqual([read.status, read.body.task.labels[0].color], [200, "red"]);
    const again = await call(app, `POST ${path}`, { as: ada, body: { name: "SECURITY" } });
    assert.deepEqual([again.status, again.body.code], [409, "name_taken"]);
    assert.equal((await call(app, `DELETE ${one}`, { as: chidi })).status, 403);
    const stale = await call(app, `DELETE ${one}`, { as: ada, headers: { "if-match": '"1.1"' } });
    assert.equal(stale.status, 412);
    assert.ok((await call(app, `DELETE ${one}`, { as: ada })).body.label.archivedAt);
    assert.equal((await call(app, `GET ${path}`, { as: chidi })).body.labels.length, 3);
    assert.equal((await call(app, `POST ${one}/restore`, { as: ada })).body.label.archivedAt, null);
    assert.equal((await call(app, `GET ${path}/label_x`, { as: ada })).status, 404);
  }));
