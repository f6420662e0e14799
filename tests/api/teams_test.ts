import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("a team is created, read by ID or key, changed, archived, and restored", () =>
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

Deno.test("team requests distinguish a missing permission from a missing team", () =>
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

Deno.test("members are added to a team and removed by URL", () =>
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
