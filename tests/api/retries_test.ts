import assert from "node:assert/strict";
import { call, type TestApp, withApp } from "../support/app.ts";
import type { Cast, Person } from "../support/cast.ts";
import { createTaskWith, install, makeAgent } from "../support/credentials.ts";
import { changesOnly } from "../support/snapshot.ts";

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

Deno.test("a retry with the same key gives the first answer and makes nothing", () =>
  withApp({}, async (app, cast) => {
    const first = await create(app, cast, cast.ada, "key-1");
    assert.equal(first.headers.get("idempotency-replayed"), null);
    app.world.clock.advance({ minutes: 9 });
    await changesOnly(app.world.database, [], async () => {
      const again = await create(app, cast, cast.ada, "key-1");
      assert.equal(again.status, 201);
      assert.equal(again.headers.get("idempotency-replayed"), "true");
      assert.deepEqual(again.body, first.body);
    });
  }));

Deno.test("an empty key is refused: it would guard nothing", () =>
  withApp({}, async (app, cast) => {
    const refused = await create(app, cast, cast.ada, "");
    assert.equal(refused.status, 422);
    assert.deepEqual(refused.body.errors[0].path, ["Idempotency-Key"]);
  }));

Deno.test("of retries at the same moment one makes the task and all get it", () =>
  withApp({}, async (app, cast) => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => create(app, cast, cast.ada, "key-1")),
    );
    assert.equal(new Set(answers.map(({ body }) => body.task.id)).size, 1);
    const list = await call(app, `GET /workspaces/${cast.workspaceId}/tasks`, { as: cast.ada });
    assert.equal(list.body.tasks.length, 1);
  }));

Deno.test("a key that was used for something else is a conflict", () =>
  withApp({}, async (app, cast) => {
    await create(app, cast, cast.ada, "key-1");
    await changesOnly(app.world.database, [], async () => {
      const other = await create(app, cast, cast.ada, "key-1", "Paint the gate");
      assert.deepEqual([other.status, other.body.code], [409, "idempotency_key_reused"]);
    });
  }));

Deno.test("two people's keys never meet", () =>
  withApp({}, async (app, cast) => {
    const ada = await create(app, cast, cast.ada, "key-1");
    const chidi = await create(app, cast, cast.chidi, "key-1");
    assert.notEqual(ada.body.task.id, chidi.body.task.id);
  }));

Deno.test("the keys of an automation and of its agents never meet", () =>
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

Deno.test("a refused request leaves its key free", () =>
  withApp({}, async (app, cast) => {
    assert.equal((await create(app, cast, cast.ada, "key-1", "")).status, 422);
    assert.equal((await create(app, cast, cast.ada, "key-1")).status, 201);
  }));

Deno.test("a key that is no key is refused", () =>
  withApp({}, async (app, cast) => {
    for (const key of ["", "with space", "x".repeat(201)]) {
      const { status, body } = await create(app, cast, cast.ada, key);
      assert.deepEqual([status, body.code], [422, "invalid"], key);
    }
  }));

Deno.test("a token that asks too often is told to wait, another one isn't", () =>
  withApp({ rateLimit: 3 }, async (app, { ada, bao }) => {
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++) statuses.push((await call(app, "GET /me", { as: ada })).status);
    assert.deepEqual(statuses, [200, 200, 200, 429]);
    assert.equal((await call(app, "GET /me", { as: bao })).status, 200);
    app.world.clock.advance({ minutes: 1 });
    assert.equal((await call(app, "GET /me", { as: ada })).status, 200);
  }));
