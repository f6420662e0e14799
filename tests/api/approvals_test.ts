import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { changeAgent, install, makeAgent, makePat } from "../support/credentials.ts";

Deno.test("an agent requests approval over REST, its person decides, and the agent reads the decision", () =>
  withApp({}, async (app, cast) => {
    const { ada, task, workspaceId } = cast;
    await task(ada);
    const workspace = `/workspaces/${workspaceId}`;
    const bot = await install(app, cast);
    const agent = await makeAgent(app, cast, bot);
    const asAgent = { token: bot.token, headers: { "x-backlog-agent": agent.profileId } };
    const body = { approverId: ada.member.profile.id, body: "May I publish?" };
    const ofTask = `${workspace}/tasks/ENG-1/approvals`;
    const made = await call(app, `POST ${ofTask}`, { ...asAgent, body });
    assert.equal(made.status, 201);
    const { id, requester } = made.body.approval;
    assert.deepEqual([requester.name, requester.kind], ["Scribe", "agent"]);
    const one = `${workspace}/approvals/${id}`;
    const again = await call(app, `POST ${ofTask}`, { ...asAgent, body });
    assert.deepEqual([again.status, again.body.code], [409, "approval_open"]);
    const decision = { decision: "declined", comment: "Not before Monday." };
    assert.equal((await call(app, `PATCH ${one}`, { ...asAgent, body: decision })).status, 403);
    const { token } = await makePat(app, ada, { scopes: ["tasks.read", "comments.write"] });
    const byToken = await call(app, `PATCH ${one}`, { token, body: decision });
    assert.deepEqual([byToken.status, byToken.body.code], [403, "session_required"]);
    await changeAgent(app, cast, agent, { suspended: true });
    const decided = await call(app, `PATCH ${one}`, { as: ada, body: decision });
    assert.equal(decided.body.approval.state, "declined");
    await changeAgent(app, cast, agent, { suspended: false });
    const { body: inbox } = await call(app, `GET ${workspace}/inbox`, asAgent);
    assert.deepEqual(inbox.notifications.map(({ approval }: { approval: unknown }) => approval), [
      { id, state: "declined", excerpt: "May I publish?", comment: "Not before Monday." },
    ]);
    assert.equal((await call(app, `GET ${one}`, asAgent)).body.approval.comment, decision.comment);
  }));

Deno.test("a request's ETag changes with its task, and its own version guards the decision", () =>
  withApp({}, async (app, { ada, chidi, esra, task, workspaceId }) => {
    await task(ada);
    const workspace = `/workspaces/${workspaceId}`;
    const body = { approverId: esra.member.profile.id, body: "May I?" };
    const made = await call(app, `POST ${workspace}/tasks/ENG-1/approvals`, { as: chidi, body });
    const one = `${workspace}/approvals/${made.body.approval.id}`;
    const held = made.headers.get("etag")!;
    const unless = { as: esra, headers: { "if-none-match": held } };
    assert.equal((await call(app, `GET ${one}`, unless)).status, 304);
    await call(app, `PATCH ${workspace}/tasks/ENG-1`, { as: ada, body: { title: "Mend it" } });
    const seen = await call(app, `GET ${one}`, unless);
    assert.deepEqual([seen.status, seen.body.approval.task.title], [200, "Mend it"]);
    const guarded = { as: esra, body: { decision: "approved" }, headers: { "if-match": held } };
    const decided = await call(app, `PATCH ${one}`, guarded);
    assert.equal(decided.status, 200, "a new title makes no decision stale");
    assert.equal((await call(app, `PATCH ${one}`, guarded)).status, 412);
  }));

Deno.test("requests for the requester's own decision are listed, and withdrawn over REST", () =>
  withApp({}, async (app, { ada, chidi, esra, task, workspaceId }) => {
    await task(ada);
    const workspace = `/workspaces/${workspaceId}`;
    const body = { approverId: esra.member.profile.id, body: "May I?" };
    const made = await call(app, `POST ${workspace}/tasks/ENG-1/approvals`, { as: chidi, body });
    const { approval } = made.body;
    const mine = `GET ${workspace}/approvals?state=open&mine=true`;
    const waits = await call(app, mine, { as: esra });
    assert.deepEqual(waits.body, { approvals: [approval], nextCursor: null });
    assert.deepEqual((await call(app, mine, { as: chidi })).body.approvals, []);
    const gone = await call(app, `DELETE ${workspace}/approvals/${approval.id}`, { as: chidi });
    assert.deepEqual([gone.status, gone.body.approval.state], [200, "withdrawn"]);
    assert.deepEqual((await call(app, mine, { as: esra })).body.approvals, []);
  }));
