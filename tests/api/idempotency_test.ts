import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import type { Cast, Person } from "../support/cast.ts";
import { createTaskWith, install, makeAgent, makePat } from "../support/credentials.ts";
import { changesOnly } from "../support/snapshot.ts";
import type { Span } from "../support/world.ts";

const create = (
  app: TestApp,
  { workspaceId, teams }: Cast,
  as: Person,
  key: string,
  title = "Mend the gate",
) =>
  call(app, `POST /workspaces/${workspaceId}/tasks`, {
    as,
    body: { title, teamId: teams.eng },
    headers: { "idempotency-key": key },
  });

Deno.test("a retry with the same key returns the original response and creates nothing", () =>
  withApp({}, async (app, cast) => {
    const first = await create(app, cast, cast.ada, "key-1");
    assert.equal(first.headers.get("idempotency-replayed"), null);
    app.world.clock.advance({ minutes: 9 });
    await changesOnly(app.world.database, [], async () => {
      const again = await create(app, cast, cast.ada, "key-1");
      assert.equal(again.status, 201);
      assert.equal(again.headers.get("idempotency-replayed"), "true");
      assert.deepEqual(again.body, first.body);
      assert.equal(again.headers.get("location"), first.headers.get("location"));
    });
  }));

Deno.test("a retry returns the first response's ETag, even after the record has changed", () =>
  withApp({}, async (app, cast) => {
    const { workspaceId, ada } = cast;
    const label = () =>
      call(app, `POST /workspaces/${workspaceId}/labels`, {
        as: ada,
        body: { name: "Masonry" },
        headers: { "idempotency-key": "key-2" },
      });
    const task = () => create(app, cast, ada, "key-1");
    for (const [kind, post] of Object.entries({ tasks: task, labels: label })) {
      const { headers, body } = await post();
      const etag = headers.get("etag");
      assert.match(etag!, /^"1\./);
      const [{ id }] = Object.values(body) as [{ id: string }];
      const path = `PATCH /workspaces/${workspaceId}/${kind}/${id}`;
      const patch = { [kind === "tasks" ? "title" : "name"]: "Brickwork" };
      assert.equal((await call(app, path, { as: ada, body: patch })).status, 200);
      assert.equal((await post()).headers.get("etag"), etag, kind);
    }
  }));

Deno.test("an empty key is refused, because it would guard nothing", () =>
  withApp({}, async (app, cast) => {
    const refused = await create(app, cast, cast.ada, "");
    assert.equal(refused.status, 422);
    assert.deepEqual(refused.body.errors[0].path, ["Idempotency-Key"]);
  }));

Deno.test("of several simultaneous retries, one creates the task and all return it", () =>
  withApp({}, async (app, cast) => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => create(app, cast, cast.ada, "key-1")),
    );
    assert.equal(new Set(answers.map(({ body }) => body.task.id)).size, 1);
    const list = await call(app, `GET /workspaces/${cast.workspaceId}/tasks`, { as: cast.ada });
    assert.equal(list.body.tasks.length, 1);
  }));

Deno.test("a key that was used for another request is a conflict", () =>
  withApp({}, async (app, cast) => {
    await create(app, cast, cast.ada, "key-1");
    await changesOnly(app.world.database, [], async () => {
      const other = await create(app, cast, cast.ada, "key-1", "Paint the gate");
      assert.deepEqual([other.status, other.body.code], [409, "idempotency_key_reused"]);
    });
  }));

Deno.test("two people's keys are independent", () =>
  withApp({}, async (app, cast) => {
    const ada = await create(app, cast, cast.ada, "key-1");
    const chidi = await create(app, cast, cast.chidi, "key-1");
    assert.notEqual(ada.body.task.id, chidi.body.task.id);
  }));

Deno.test("the keys of an automation and its agents are independent", () =>
  withApp({}, async (app, cast) => {
    const { automation, token } = await install(app, cast);
    const agent = await makeAgent(app, cast, { automation });
    const own = await createTaskWith(app, cast, token, { key: "key-1" });
    const asAgent = await createTaskWith(app, cast, token, { key: "key-1", agent });
    assert.equal(own.body.task.creatorId, automation.profileId);
    assert.equal(asAgent.body.task.creatorId, agent.profileId);
    const again = await createTaskWith(app, cast, token, { key: "key-1", agent });
    assert.equal(again.body.task.id, asAgent.body.task.id);
  }));

Deno.test("a refused request doesn't use up its key", () =>
  withApp({}, async (app, cast) => {
    assert.equal((await create(app, cast, cast.ada, "key-1", "")).status, 422);
    assert.equal((await create(app, cast, cast.ada, "key-1")).status, 201);
  }));

Deno.test("an invalid key is refused", () =>
  withApp({}, async (app, cast) => {
    for (const key of ["", "with space", "x".repeat(201)]) {
      const { status, body } = await create(app, cast, cast.ada, key);
      assert.deepEqual([status, body.code], [422, "invalid"], key);
    }
  }));

Deno.test("a key is stored for 24 hours and then forgotten", () =>
  withApp({}, async (app, cast) => {
    const first = await create(app, cast, cast.ada, "key-1");
    const { token } = await makePat(app, cast.ada, { scopes: ["tasks.write"] });
    const later = async (span: Span) => {
      app.world.clock.advance(span);
      const body = { title: "Mend the gate", teamId: cast.teams.eng };
      const path = `POST /workspaces/${cast.workspaceId}/tasks`;
      return await call(app, path, { token, body, headers: { "idempotency-key": "key-1" } });
    };
    assert.deepEqual((await later({ hours: 23, minutes: 59, seconds: 59 })).body, first.body);
    const anew = await later({ seconds: 1 });
    assert.equal(anew.headers.get("idempotency-replayed"), null);
    assert.notEqual(anew.body.task.id, first.body.task.id);
    assert.deepEqual((await later({ hours: 23 })).body, anew.body);
  }));

Deno.test("expired responses are deleted a few at a time with each new one", () =>
  withApp({}, async (app, cast) => {
    for (let n = 0; n < 30; n++) await create(app, cast, cast.ada, `key-${n}`);
    const { token } = await makePat(app, cast.ada, { scopes: ["tasks.write"] });
    const kept = async () =>
      (await app.world.database.read.selectFrom("idempotency_keys").select("key").execute()).length;
    app.world.clock.advance({ days: 1 });
    await createTaskWith(app, cast, token, { key: "late-1" });
    assert.equal(await kept(), 11);
    await createTaskWith(app, cast, token, { key: "late-2" });
    assert.equal(await kept(), 2);
  }));

Deno.test("the same key and body on another path is a conflict", () =>
  withApp({}, async (app, { workspaceId, ada }) => {
    const post = (kind: string) =>
      call(app, `POST /workspaces/${workspaceId}/${kind}`, {
        as: ada,
        body: { name: "Masonry" },
        headers: { "idempotency-key": "key-1" },
      });
    assert.equal((await post("labels")).status, 201);
    await changesOnly(app.world.database, [], async () => {
      const { status, body } = await post("project-labels");
      assert.deepEqual([status, body.code], [409, "idempotency_key_reused"]);
    });
  }));

Deno.test("a person who can no longer see the record doesn't get the original response", () =>
  withApp({}, async (app, cast) => {
    const { workspaceId, ada, chidi, esra, teams } = cast;
    const team = `/workspaces/${workspaceId}/teams/${teams.eng}`;
    const { id } = await cast.task(ada);
    const comment = () =>
      call(app, `POST /workspaces/${workspaceId}/tasks/${id}/comments`, {
        as: esra,
        body: { body: "Done?" },
        headers: { "idempotency-key": "key-1" },
      });
    assert.equal((await create(app, cast, chidi, "key-1")).status, 201);
    assert.equal((await comment()).status, 201);
    // Chidi can still create tasks elsewhere, so that it is the record alone that he has lost
    const open = { as: ada, body: { name: "Open", key: "OPN" } };
    const { body: made } = await call(app, `POST /workspaces/${workspaceId}/teams`, open);
    const seat =
      `/workspaces/${workspaceId}/teams/${made.team.id}/members/${chidi.member.profile.id}`;
    await call(app, `PUT ${seat}`, { as: ada, body: { role: "member" } });
    for (const { member } of [chidi, esra]) {
      await call(app, `DELETE ${team}/members/${member.profile.id}`, { as: ada });
    }
    assert.equal((await create(app, cast, chidi, "key-1")).status, 201);
    await call(app, `PATCH ${team}`, { as: ada, body: { private: true } });
    await changesOnly(app.world.database, [], async () => {
      assert.equal((await create(app, cast, chidi, "key-1")).status, 404);
      assert.equal((await comment()).status, 404);
    });
  }));

Deno.test("a person who no longer has the permission doesn't get the original response", () =>
  withApp({}, async (app, cast) => {
    const { workspaceId, teams, ada, bao, chidi } = cast;
    const label = () =>
      call(app, `POST /workspaces/${workspaceId}/labels`, {
        as: bao,
        body: { name: "Urgent" },
        headers: { "idempotency-key": "key-1" },
      });
    assert.deepEqual([(await label()).status, (await label()).status], [201, 201]);
    assert.equal((await create(app, cast, chidi, "key-1")).status, 201);
    const members = `/workspaces/${workspaceId}/members`;
    const role = { as: ada, body: { role: "member" } };
    await call(app, `PATCH ${members}/${bao.member.profile.id}`, role);
    const seat = `/workspaces/${workspaceId}/teams/${teams.eng}/members/${chidi.member.profile.id}`;
    await call(app, `PUT ${seat}`, { as: ada, body: { role: "commentator" } });
    await changesOnly(app.world.database, [], async () => {
      assert.equal((await label()).status, 403);
      assert.equal((await create(app, cast, chidi, "key-1")).status, 403);
    });
  }));

Deno.test("a person who left a workspace doesn't get the stored response to its creation", () =>
  withApp({}, async (app, { ada }) => {
    const make = () =>
      call(app, "POST /workspaces", {
        as: ada,
        body: { name: "Second" },
        headers: { "idempotency-key": "key-1" },
      });
    const { body } = await make();
    assert.deepEqual((await make()).body, body);
    await app.world.database.write((tx) =>
      tx.updateTable("profiles").set({ removed_at: "2026-03-12T10:00:00.000Z" })
        .where("workspace_id", "=", body.workspace.id).execute()
    );
    assert.equal((await make()).status, 404);
  }));

Deno.test("the original response is returned even if the change itself would now cause a refusal", () =>
  withApp({ taskLimit: 1 }, async (app, cast) => {
    const { token } = await makePat(app, cast.ada, { scopes: ["tasks.write"] });
    const first = await createTaskWith(app, cast, token, { key: "key-1" });
    const again = await createTaskWith(app, cast, token, { key: "key-1" });
    assert.deepEqual([again.status, again.body], [201, first.body]);
    assert.equal((await createTaskWith(app, cast, token, { key: "key-2" })).status, 403);
  }));

Deno.test("a token with too many requests must wait, and another token doesn't", () =>
  withApp({ rateLimit: 3 }, async (app, { ada, bao }) => {
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++) statuses.push((await call(app, "GET /me", { as: ada })).status);
    assert.deepEqual(statuses, [200, 200, 200, 429]);
    assert.equal((await call(app, "GET /me", { as: bao })).status, 200);
    app.world.clock.advance({ minutes: 1 });
    assert.equal((await call(app, "GET /me", { as: ada })).status, 200);
  }));
