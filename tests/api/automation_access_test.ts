import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import {
  changeAutomation,
  createTaskWith,
  exchange,
  install,
  lives,
  makeAgent,
  working,
} from "../support/credentials.ts";
import { snapshot } from "../support/snapshot.ts";

Deno.test("removed scopes and teams apply to existing tokens", () =>
  withApp({}, async (app, cast) => {
    const installed = await install(app, cast);
    const { token } = installed;
    assert.equal((await createTaskWith(app, cast, token)).status, 201);
    await changeAutomation(app, cast, installed, { scopes: ["tasks.read"] });
    const { code, hint } = (await createTaskWith(app, cast, token)).body;
    assert.equal(code, "missing_scope");
    assert.equal(hint, "Ask an owner or admin to add the scope tasks.write to the automation.");
    await changeAutomation(app, cast, installed, { scopes: working, teamIds: ["PPL"] });
    assert.equal((await createTaskWith(app, cast, token)).body.code, "unknown_team");
  }));

Deno.test("the hint of a missing scope names only scopes that automations can have", () =>
  withApp({}, async (app, cast) => {
    const { token } = await install(app, cast, { scopes: ["tasks.read"] });
    const hintFor = async (request: string, body?: Record<string, unknown>) =>
      (await call(app, request, { token, ...(body && { body }) })).body.hint;
    const path = `/workspaces/${cast.workspaceId}`;
    assert.equal(
      await hintFor(`GET ${path}/automations`),
      "Automations can't have this scope. Use a person's token with the scope workspace.automation.manage.",
    );
    assert.equal(
      await hintFor(`POST ${path}/projects`, { name: "Bell tower" }),
      "Ask an owner or admin to add the scope projects.write to the automation. Automations can't create projects, even with this scope.",
    );
  }));

Deno.test("an automation that needs the role of an owner or admin learns that it can't have it", () =>
  withApp({}, async (app, cast) => {
    const { token } = await install(app, cast);
    const path = `/workspaces/${cast.workspaceId}/projects`;
    const { code, hint } =
      (await call(app, `POST ${path}`, { token, body: { name: "Bell" } })).body;
    assert.equal(code, "not_manager");
    assert.equal(hint, "Automations can't create projects. Ask an owner or admin.");
  }));

Deno.test("a suspended automation is refused everywhere until it is unsuspended", () =>
  withApp({}, async (app, cast) => {
    const installed = await install(app, cast);
    const { secret, token } = installed;
    const suspended = await changeAutomation(app, cast, installed, { suspended: true });
    assert.equal(suspended.body.automation.suspended, true);
    const refused = await createTaskWith(app, cast, token);
    assert.deepEqual([refused.status, refused.body.code], [403, "automation_suspended"]);
    assert.equal(await lives(app, token), 403);
    assert.equal((await exchange(app, secret)).body.code, "automation_suspended");
    await changeAutomation(app, cast, installed, { suspended: false });
    assert.equal((await createTaskWith(app, cast, token)).status, 201);
    assert.equal((await exchange(app, secret)).status, 200);
  }));

Deno.test("rotating a secret invalidates it and all its tokens immediately", () =>
  withApp({}, async (app, cast) => {
    const { automation, secret, token } = await install(app, cast);
    const path = `/workspaces/${cast.workspaceId}/automations/${automation.id}/rotate-secret`;
    const rotated = await call(app, `POST ${path}`, {
      as: cast.bao,
      body: { credentialLabel: "Autumn" },
    });
    assert.equal(rotated.body.credential.label, "Autumn");
    assert.deepEqual([await lives(app, token), (await exchange(app, secret)).status], [401, 401]);
    const fresh = await exchange(app, rotated.body.secret);
    assert.equal(await lives(app, fresh.body.accessToken), 200);
    const bare = await call(app, `POST ${path}`, { as: cast.ada });
    assert.equal(bare.status, 200);
  }));

Deno.test("if secrets are rotated at the same time, only the last one is valid", () =>
  withApp({}, async (app, cast) => {
    const { automation } = await install(app, cast);
    const path = `/workspaces/${cast.workspaceId}/automations/${automation.id}/rotate-secret`;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => call(app, `POST ${path}`, { as: cast.ada })),
    );
    const good = [];
    for (const { body } of answers) {
      if ((await exchange(app, body.secret)).status === 200) good.push(body.credential.id);
    }
    const { body } = await call(app, `GET ${path.replace("/rotate-secret", "")}`, {
      as: cast.ada,
    });
    assert.deepEqual(good, [body.automation.credential.id]);
  }));

Deno.test("a team that becomes private is hidden from automations without explicit access", () =>
  withApp({}, async (app, cast) => {
    const open = await install(app, cast);
    const kept = await install(app, cast, { teamIds: ["ENG"] });
    await cast.task(cast.ada);
    await app.world.database.write((tx) =>
      tx.updateTable("teams").set({ private: 1 }).where("id", "=", cast.teams.eng).execute()
    );
    const path = `/workspaces/${cast.workspaceId}/tasks/ENG-1`;
    assert.equal((await call(app, `GET ${path}`, { token: open.token })).status, 404);
    assert.equal((await call(app, `GET ${path}`, { token: kept.token })).status, 200);
  }));

Deno.test("secrets are never stored or logged, and each change is in the activity and the audit log once", () =>
  withApp({}, async (app, cast) => {
    const installed = await install(app, cast);
    const { automation, secret, token } = installed;
    await makeAgent(app, cast, installed);
    await changeAutomation(app, cast, installed, { suspended: true });
    await lives(app, secret);
    await lives(app, token);
    const rows = await snapshot(app.world.database);
    const kept = JSON.stringify([rows, app.lines]);
    for (const shown of [secret, token]) assert.ok(!kept.includes(shown.slice(13)));
    for (const table of ["activity", "audit"]) {
      const kinds = (rows[table] as { kind: string; subject_id: string }[])
        .filter(({ subject_id }) => subject_id === automation.id).map(({ kind }) => kind);
      assert.deepEqual(kinds, ["automation.created", "automation.suspended"], table);
    }
  }));

Deno.test("an automation with an empty list of teams has no teams, and without a list it has every public team", () =>
  withApp({}, async (app, cast) => {
    const installed = await install(app, cast, { teamIds: ["ENG"] });
    const agent = await makeAgent(app, cast, installed);
    const { token } = installed;
    await cast.task(cast.ada);
    const path = `/workspaces/${cast.workspaceId}`;
    const reached = async (token: string) => {
      const { body } = await call(app, `GET ${path}/teams`, { token });
      const tasks = (await call(app, `GET ${path}/tasks`, { token })).body.tasks.length;
      const me = (await call(app, "GET /me", { token })).body.principal.automation.teamIds;
      return [body.teams.map(({ key }: { key: string }) => key), tasks, me.length];
    };
    assert.deepEqual(await reached(token), [["ENG"], 1, 1]);
    const narrowed = await changeAutomation(app, cast, installed, { teamIds: [] });
    assert.deepEqual(narrowed.body.automation.teamIds, []);
    assert.deepEqual(await reached(token), [[], 0, 0]);
    assert.equal((await createTaskWith(app, cast, token)).status, 422);
    const left = await call(app, `GET ${path}/agents/${agent.id}`, { as: cast.ada });
    assert.deepEqual(left.body.agent.teamIds, []);
    const widened = await changeAutomation(app, cast, installed, { teamIds: null });
    assert.equal(widened.body.automation.teamIds, null);
    assert.deepEqual(await reached(token), [["ENG"], 1, 1]);
    const none = await install(app, cast, { teamIds: [] });
    assert.deepEqual(await reached(none.token), [[], 0, 0]);
  }));
