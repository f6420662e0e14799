import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import {
  changeAutomation,
  createTaskWith,
  exchange,
  install,
  lives,
  makePat,
  working,
} from "../support/credentials.ts";
import { changesOnly } from "../support/snapshot.ts";

Deno.test("a new automation's secret is shown once, and can only be exchanged", () =>
  withApp({}, async (app, cast) => {
    const path = `/workspaces/${cast.workspaceId}/automations`;
    const made = await call(app, `POST ${path}`, {
      as: cast.ada,
      body: {
        name: "Release bot",
        description: "Writes notes",
        providerType: "github",
        teamIds: ["eng"],
        scopes: ["tasks.read"],
        credentialLabel: "Spring",
      },
    });
    assert.equal(made.status, 201);
    const { automation, secret } = made.body;
    assert.match(secret, /^blg_auto_[\w-]{43}$/);
    assert.deepEqual([automation.teamIds, automation.scopes, automation.credential.label], [
      [cast.teams.eng],
      ["tasks.read"],
      "Spring",
    ]);
    assert.equal(automation.credential.prefix, secret.slice(0, 12));
    const list = await call(app, `GET ${path}`, { as: cast.bao });
    assert.deepEqual(list.body, { automations: [automation], nextCursor: null });
    const one = await call(app, `GET ${made.headers.get("location")!.slice(7)}`, { as: cast.bao });
    assert.deepEqual(one.body, { automation });
    const raw = await call(app, "GET /me", { token: secret });
    assert.deepEqual([raw.status, raw.body.code], [401, "exchange_required"]);
    assert.match(raw.body.hint, /automation-auth\/exchange/);
  }));

Deno.test("an exchange returns a token for one hour, and can be repeated", () =>
  withApp({}, async (app, cast) => {
    const { secret, token } = await install(app, cast);
    app.world.clock.advance({ minutes: 30 });
    const second = await exchange(app, secret);
    assert.match(second.body.accessToken, /^blg_aat_[\w-]{43}$/);
    assert.equal(second.body.expiresAt, "2026-03-12T11:30:00.000Z");
    assert.equal(second.body.automation.name, "Release bot");
    assert.equal(second.body.automation.credential.lastUsedAt, "2026-03-12T10:30:00.000Z");
    assert.equal(await lives(app, token), 200);
    app.world.clock.advance({ minutes: 30 });
    assert.deepEqual([await lives(app, token), await lives(app, second.body.accessToken)], [
      401,
      200,
    ]);
  }));

Deno.test("only a valid secret can be exchanged", () =>
  withApp({}, async (app, cast) => {
    const { secret, token } = await install(app, cast);
    const { token: pat } = await makePat(app, cast.ada);
    const wrong: [string | undefined, string][] = [
      [undefined, "secret_missing"],
      [token, "secret_missing"],
      [pat, "secret_missing"],
      [`${secret}x`, "secret_invalid"],
    ];
    await changesOnly(app.world.database, [], async () => {
      for (const [shown, code] of wrong) {
        const answer = await call(app, "POST /automation-auth/exchange", { token: shown });
        assert.deepEqual([answer.status, answer.body.code], [401, code]);
      }
    });
  }));

Deno.test("an automation can read its profile, workspace, and teams", () =>
  withApp({}, async (app, cast) => {
    const { automation, token } = await install(app, cast);
    const me = await call(app, "GET /me", { token });
    assert.deepEqual(me.body.principal, {
      kind: "automation",
      tokenKind: "automation",
      credentialId: automation.credential.id,
      scopes: working,
      automation: {
        id: automation.id,
        name: "Release bot",
        providerType: "custom",
        teamIds: [cast.teams.eng],
      },
    });
    assert.equal(me.body.viewer, null);
    assert.equal(me.body.member.id, automation.profileId);
    assert.deepEqual(me.body.member.teams, [{ id: cast.teams.eng, role: "member" }]);
    assert.equal(me.body.workspace.id, cast.workspaceId);
    const workspaces = await call(app, "GET /workspaces", { token });
    assert.deepEqual(workspaces.body.workspaces.map((one: { id: string }) => one.id), [
      cast.workspaceId,
    ]);
  }));

Deno.test("no response shows a workspace role for an automation", () =>
  withApp({}, async (app, cast) => {
    const { token } = await install(app, cast);
    const me = await call(app, "GET /me", { token });
    const list = await call(app, "GET /workspaces", { token });
    const one = await call(app, `GET /workspaces/${cast.workspaceId}`, { token });
    const roles = [me.body.member, ...list.body.workspaces, one.body.workspace]
      .map(({ role }: { role: string | null }) => role);
    assert.deepEqual(roles, [null, null, null]);
  }));

Deno.test("an automation without given scopes and teams can read everything that every member can see", () =>
  withApp({}, async (app, cast) => {
    const { token, automation } = await install(app, cast, { scopes: undefined });
    assert.deepEqual(automation.scopes, ["tasks.read", "projects.read", "workspace.read"]);
    assert.equal(automation.teamIds, null);
    await cast.task(cast.ada);
    await cast.task(cast.dina, { teamId: cast.teams.ppl });
    const list = await call(app, `GET /workspaces/${cast.workspaceId}/tasks`, { token });
    assert.deepEqual(list.body.tasks.map((one: { reference: string }) => one.reference), ["ENG-1"]);
    assert.equal((await createTaskWith(app, cast, token)).body.code, "missing_scope");
  }));

Deno.test("an automation limited to a team sees no other teams", () =>
  withApp({}, async (app, cast) => {
    const { token } = await install(app, cast, { teamIds: [cast.teams.ppl] });
    await cast.task(cast.ada);
    await cast.task(cast.dina, { teamId: cast.teams.ppl });
    const path = `/workspaces/${cast.workspaceId}`;
    const status = async (request: string, body?: unknown) =>
      (await call(app, request, { token, body })).status;
    assert.equal(await status(`GET ${path}/tasks/PPL-1`), 200);
    assert.equal(await status(`PATCH ${path}/tasks/PPL-1`, { title: "Paint it" }), 200);
    assert.equal(await status(`GET ${path}/tasks/ENG-1`), 404);
    assert.equal(await status(`PATCH ${path}/tasks/ENG-1`, { title: "Paint it" }), 404);
    assert.equal((await createTaskWith(app, cast, token)).body.code, "unknown_team");
    const teams = await call(app, `GET ${path}/teams`, { token });
    assert.deepEqual(teams.body.teams.map((one: { key: string }) => one.key), ["PPL"]);
    assert.equal(await status(`GET /workspaces/${cast.elsewhereId}/tasks`), 404);
  }));

Deno.test("changes by an automation without an agent have the automation's name", () =>
  withApp({}, async (app, cast) => {
    const { automation, token } = await install(app, cast);
    const { task } = (await createTaskWith(app, cast, token)).body;
    assert.equal(task.creator.id, automation.profileId);
    assert.deepEqual([task.creator.name, task.creator.kind], ["Release bot", "agent"]);
    assert.equal(task.activity[0].actor.id, automation.profileId);
    const rows = await app.world.database.read.selectFrom("activity").select("credential_id")
      .where("subject_id", "=", task.id).execute();
    assert.deepEqual(rows, [{ credential_id: automation.credential.id }]);
  }));

Deno.test("only managers can manage automations, and tokens need the scope", () =>
  withApp({}, async (app, cast) => {
    const { automation, token } = await install(app, cast);
    const path = `/workspaces/${cast.workspaceId}/automations`;
    const requests = [
      [`GET ${path}`, undefined],
      [`POST ${path}`, { name: "Other" }],
      [`GET ${path}/${automation.id}`, undefined],
      [`PATCH ${path}/${automation.id}`, { name: "Other" }],
      [`POST ${path}/${automation.id}/rotate-secret`, {}],
    ] as const;
    const pat = (await makePat(app, cast.ada, { scopes: ["workspace.read"] })).token;
    await changesOnly(app.world.database, ["credentials"], async () => {
      for (const [request, body] of requests) {
        for (const as of [cast.chidi, cast.dina, cast.esra]) {
          assert.equal((await call(app, request, { as, body })).body.code, "not_manager");
        }
        assert.equal((await call(app, request, { as: cast.frode, body })).status, 404);
        assert.equal((await call(app, request, { body })).status, 401);
        for (const weak of [token, pat]) {
          assert.equal(
            (await call(app, request, { token: weak, body })).body.code,
            "missing_scope",
          );
        }
      }
    });
    const managing = await makePat(app, cast.bao, { scopes: ["workspace.automation.manage"] });
    assert.equal((await call(app, `GET ${path}`, { token: managing.token })).status, 200);
  }));

Deno.test("an automation's invalid fields are named, and nothing is created", () =>
  withApp({}, async (app, cast) => {
    const { automation } = await install(app, cast);
    const path = `/workspaces/${cast.workspaceId}/automations`;
    const wrong: [string, Record<string, unknown>, string][] = [
      [`POST ${path}`, {}, "name"],
      [`POST ${path}`, { name: "x", scopes: ["tokens.manage"] }, "scopes.0"],
      [`POST ${path}`, { name: "x", scopes: ["workspace.automation.manage"] }, "scopes.0"],
      [`POST ${path}`, { name: "x", scopes: ["everything"] }, "scopes.0"],
      [`POST ${path}`, { name: "x", teamIds: [cast.teams.eng, "NOPE"] }, "teamIds.1"],
      [`POST ${path}`, { name: "x", teamIds: [cast.teams.els] }, "teamIds.0"],
      [`POST ${path}`, { name: "x", secret: "blg_auto_mine" }, "secret"],
      [`PATCH ${path}/${automation.id}`, {}, ""],
      [`PATCH ${path}/${automation.id}`, { name: null }, "name"],
      [`PATCH ${path}/${automation.id}`, { suspended: "yes" }, "suspended"],
      [`PATCH ${path}/${automation.id}`, { teamIds: ["NOPE"] }, "teamIds.0"],
      [`POST ${path}/${automation.id}/rotate-secret`, { label: "x" }, "label"],
    ];
    await changesOnly(app.world.database, [], async () => {
      for (const [request, body, field] of wrong) {
        const answer = await call(app, request, { as: cast.ada, body });
        assert.equal(answer.status, 422, `${request} ${JSON.stringify(body)}`);
        assert.deepEqual(
          answer.body.errors.map((one: { path: string[] }) => one.path.join(".")),
          [field],
        );
      }
      const missing = `${path}/auto_00000000000000000000000000`;
      const patch = await call(app, `PATCH ${missing}`, { as: cast.ada, body: { name: "x" } });
      const rotate = await call(app, `POST ${missing}/rotate-secret`, { as: cast.ada });
      assert.deepEqual([patch.status, rotate.status], [404, 404]);
    });
  }));

Deno.test("a patch changes only its fields, and null clears the description", () =>
  withApp({}, async (app, cast) => {
    const installed = await install(app, cast, { description: "Writes notes" });
    const cleared = await changeAutomation(app, cast, installed, { description: null });
    assert.equal(cleared.body.automation.description, null);
    assert.equal(cleared.body.automation.name, "Release bot");
    const changed = await changeAutomation(app, cast, installed, {
      name: "Notes bot",
      scopes: ["tasks.read"],
      teamIds: ["ENG"],
    });
    const { name, scopes, teamIds, version } = changed.body.automation;
    assert.deepEqual([name, scopes, teamIds], ["Notes bot", ["tasks.read"], [cast.teams.eng]]);
    const same = await changeAutomation(app, cast, installed, { name: "Notes bot" });
    assert.equal(same.body.automation.version, version);
    const path = `/workspaces/${cast.workspaceId}/members/${installed.automation.profileId}`;
    const { member: profile } = (await call(app, `GET ${path}`, { as: cast.chidi })).body;
    assert.deepEqual([profile.name, profile.username, profile.kind, profile.role], [
      "Notes bot",
      "release-bot",
      "agent",
      null,
    ]);
  }));

Deno.test("if two changes are based on the same version of an automation, the second is refused", () =>
  withApp({}, async (app, cast) => {
    const { automation } = await install(app, cast);
    const path = `/workspaces/${cast.workspaceId}/automations/${automation.id}`;
    const etag = (await call(app, `GET ${path}`, { as: cast.ada })).headers.get("etag")!;
    const patch = (name: string) =>
      call(app, `PATCH ${path}`, { as: cast.ada, body: { name }, headers: { "if-match": etag } });
    const both = await Promise.all([patch("One"), patch("Two")]);
    assert.deepEqual(both.map(({ status }) => status), [200, 412]);
  }));
