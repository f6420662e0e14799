import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import {
  changeAgent,
  changeAutomation,
  createTaskWith,
  install,
  makeAgent,
  makePat,
} from "../support/credentials.ts";
import { changesOnly } from "../support/snapshot.ts";

Deno.test("an agent joins its automation's teams and is listed with its profile", () =>
  withApp({}, async (app, cast) => {
    const installed = await install(app, cast);
    const agent = await makeAgent(app, cast, installed);
    assert.deepEqual([agent.teamIds, agent.role, agent.suspended], [
      [cast.teams.eng],
      "member",
      false,
    ]);
    const other = await makeAgent(app, cast, await install(app, cast, { name: "Other" }));
    assert.notEqual(other.username, agent.username);
    const path = `/workspaces/${cast.workspaceId}/agents`;
    const list = await call(app, `GET ${path}`, { as: cast.bao });
    assert.equal(list.body.agents.length, 2);
    const own = await call(app, `GET ${path}?automationId=${installed.automation.id}`, {
      as: cast.bao,
    });
    assert.deepEqual(own.body, { agents: [agent], nextCursor: null });
    const usage = await call(app, `GET /workspaces/${cast.workspaceId}/usage`, { as: cast.bao });
    assert.equal(usage.body.usage.agents, 2);
    const one = await call(app, `GET ${path}/${agent.id}`, { as: cast.bao });
    assert.deepEqual(one.body, { agent });
  }));

Deno.test("an automation acts as the agent in the header, as creator, author, and actor", () =>
  withApp({}, async (app, cast) => {
    const installed = await install(app, cast);
    const agent = await makeAgent(app, cast, installed);
    const { task } = (await createTaskWith(app, cast, installed.token, {
      agent,
      assigneeId: agent.profileId,
    })).body;
    assert.deepEqual(
      [task.creatorId, task.assigneeId, task.activity[0].actor.id],
      [agent.profileId, agent.profileId, agent.profileId],
    );
    const headers = { "x-backlog-agent": agent.profileId };
    const me = await call(app, "GET /me", { token: installed.token, headers });
    assert.equal(me.body.member.id, agent.profileId);
    const self = { "x-backlog-agent": installed.automation.profileId };
    const own = await call(app, "GET /me", { token: installed.token, headers: self });
    assert.equal(own.body.member.id, installed.automation.profileId);
  }));

Deno.test("a person can assign a task to an agent", () =>
  withApp({}, async (app, cast) => {
    const agent = await makeAgent(app, cast, await install(app, cast));
    const task = await cast.task(cast.chidi, { assigneeId: agent.profileId });
    assert.deepEqual(task.assignee, {
      color: null,
      id: agent.profileId,
      name: "Scribe",
      username: "scribe",
      kind: "agent",
    });
  }));

Deno.test("another automation's agent, a person, or a missing or empty ID is refused as the agent", () =>
  withApp({}, async (app, cast) => {
    const { token } = await install(app, cast);
    const foreign = await makeAgent(app, cast, await install(app, cast, { name: "Other" }));
    const { id } = cast.ada.member.profile;
    const ids = [foreign.profileId, foreign.id, id, "prof_nobody", "x y", "", " "];
    // The server then knows the automation without an agent
    assert.equal((await call(app, "GET /me", { token })).status, 200);
    await changesOnly(app.world.database, [], async () => {
      for (const profileId of ids) {
        const answer = await createTaskWith(app, cast, token, { agent: { profileId } });
        assert.deepEqual([answer.status, answer.body.code], [403, "agent_not_linked"], profileId);
      }
    });
  }));

Deno.test("people's tokens ignore the agent header", () =>
  withApp({}, async (app, cast) => {
    const agent = await makeAgent(app, cast, await install(app, cast));
    const { token: pat } = await makePat(app, cast.chidi, { scopes: ["tasks.write"] });
    for (const token of [pat, cast.chidi.tokens.accessToken]) {
      const made = await createTaskWith(app, cast, token, { agent });
      assert.equal(made.body.task.creatorId, cast.chidi.member.profile.id);
    }
  }));

Deno.test("a suspended agent is refused at the next request, and its automation continues", () =>
  withApp({}, async (app, cast) => {
    const installed = await install(app, cast);
    const agent = await makeAgent(app, cast, installed);
    const create = () => createTaskWith(app, cast, installed.token, { agent });
    assert.equal((await create()).status, 201);
    await changeAgent(app, cast, agent, { suspended: true });
    const refused = await create();
    assert.deepEqual([refused.status, refused.body.code], [403, "agent_suspended"]);
    assert.equal((await createTaskWith(app, cast, installed.token)).status, 201);
    await changeAgent(app, cast, agent, { suspended: false });
    assert.equal((await create()).status, 201);
  }));

Deno.test("a commentator agent can read its teams and change nothing", () =>
  withApp({}, async (app, cast) => {
    const installed = await install(app, cast);
    const agent = await makeAgent(app, cast, installed, { role: "commentator" });
    const task = await cast.task(cast.ada);
    const path = `/workspaces/${cast.workspaceId}/tasks/${task.id}`;
    const sent = { token: installed.token, headers: { "x-backlog-agent": agent.profileId } };
    assert.equal((await call(app, `GET ${path}`, sent)).status, 200);
    const patch = () => call(app, `PATCH ${path}`, { ...sent, body: { title: "Paint it" } });
    const hint =
      "Ask an owner or admin to check the automation's teams, and the agent's role and teams.";
    const changed = (await patch()).body;
    assert.deepEqual([changed.code, changed.hint], ["not_task_writer", hint]);
    const created = (await createTaskWith(app, cast, installed.token, { agent })).body;
    assert.deepEqual([created.code, created.hint], ["not_task_creator", hint]);
    await changeAgent(app, cast, agent, { role: "member" });
    assert.equal((await patch()).status, 200);
  }));

Deno.test("an agent's teams are limited to its automation's", () =>
  withApp({}, async (app, cast) => {
    const installed = await install(app, cast, { teamIds: ["ENG", "PPL"] });
    const agent = await makeAgent(app, cast, installed);
    assert.equal(agent.teamIds.length, 2);
    const narrowed = await changeAgent(app, cast, agent, { teamIds: ["PPL"] });
    assert.deepEqual(narrowed.body.agent.teamIds, [cast.teams.ppl]);
    await changeAutomation(app, cast, installed, { teamIds: ["ENG"] });
    const path = `/workspaces/${cast.workspaceId}/agents`;
    const left = await call(app, `GET ${path}/${agent.id}`, { as: cast.ada });
    assert.deepEqual(left.body.agent.teamIds, []);
    const outside = await changeAgent(app, cast, agent, { teamIds: ["ENG", "PPL"] });
    assert.equal(outside.status, 422);
    assert.deepEqual(outside.body.errors[0].path, ["teamIds", 1]);
    const all = await changeAgent(app, cast, agent, { teamIds: null });
    assert.deepEqual(all.body.agent.teamIds, [cast.teams.eng]);
    const none = await changeAgent(app, cast, agent, { teamIds: [] });
    assert.deepEqual(none.body.agent.teamIds, []);
    assert.deepEqual((await makeAgent(app, cast, installed, { teamIds: [] })).teamIds, []);
  }));

Deno.test("an agent created without teams joins the active teams of its automation", () =>
  withApp({}, async (app, cast) => {
    const yard = await call(app, `POST /workspaces/${cast.workspaceId}/teams`, {
      as: cast.ada,
      body: { name: "Yard", key: "YRD" },
    });
    const { id } = yard.body.team;
    const installed = await install(app, cast, { teamIds: [cast.teams.eng, id] });
    const early = await makeAgent(app, cast, installed);
    assert.deepEqual(early.teamIds.toSorted(), [cast.teams.eng, id].toSorted());
    await call(app, `DELETE /workspaces/${cast.workspaceId}/teams/${id}`, { as: cast.ada });
    assert.deepEqual((await makeAgent(app, cast, installed, { name: "Late" })).teamIds, [
      cast.teams.eng,
    ]);
  }));

Deno.test("a renamed agent has its new name in tasks, and keeps its username", () =>
  withApp({}, async (app, cast) => {
    const agent = await makeAgent(app, cast, await install(app, cast));
    const { id } = await cast.task(cast.ada, { assigneeId: agent.profileId });
    const path = `/workspaces/${cast.workspaceId}/tasks/${id}`;
    const etag = (await call(app, `GET ${path}`, { as: cast.ada })).headers.get("etag")!;
    const renamed = await changeAgent(app, cast, agent, { name: "Chronicler" });
    assert.deepEqual([renamed.body.agent.name, renamed.body.agent.username], [
      "Chronicler",
      "scribe",
    ]);
    const headers = { "if-none-match": etag };
    const task = await call(app, `GET ${path}`, { as: cast.ada, headers });
    assert.deepEqual([task.status, task.body?.task.assignee.name], [200, "Chronicler"]);
  }));

Deno.test("creating an agent names invalid fields, refuses other people, and creates nothing", () =>
  withApp({}, async (app, cast) => {
    const installed = await install(app, cast, { teamIds: ["ENG"] });
    const agent = await makeAgent(app, cast, installed);
    const automationId = installed.automation.id;
    const path = `/workspaces/${cast.workspaceId}/agents`;
    const wrong: [string, Record<string, unknown>, string][] = [
      [`POST ${path}`, { automationId }, "name"],
      [`POST ${path}`, { name: "x" }, "automationId"],
      [`POST ${path}`, { name: "x", automationId: "auto_nobody" }, "automationId"],
      [`POST ${path}`, { name: "x", automationId, role: "lead" }, "role"],
      [`POST ${path}`, { name: "x", automationId, teamIds: ["PPL"] }, "teamIds.0"],
      [`PATCH ${path}/${agent.id}`, {}, ""],
      [`PATCH ${path}/${agent.id}`, { role: "lead" }, "role"],
      [`PATCH ${path}/${agent.id}`, { automationId }, "automationId"],
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
      const body = { name: "x", automationId };
      const status = async (sent: Record<string, unknown>) =>
        (await call(app, `POST ${path}`, { ...sent, body })).status;
      assert.equal(await status({ as: cast.chidi }), 403);
      assert.equal(await status({ as: cast.frode }), 404);
      assert.equal(await status({}), 401);
      const missing = await call(app, `PATCH ${path}/${agent.profileId}`, {
        as: cast.ada,
        body: { name: "x" },
      });
      assert.equal(missing.status, 404);
    });
    assert.equal((await call(app, `GET ${path}`, { token: installed.token })).status, 403);
  }));
