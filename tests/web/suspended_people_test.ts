import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { listen } from "../support/listening.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/settings/members";

Deno.test("a manager can suspend and unsuspend a person, whose pages and tokens stop working immediately", () =>
  withApp({}, async (app, { ada, chidi, workspaceId }) => {
    const inside = `/workspaces/${workspaceId}`;
    const one = `${path}/${chidi.member.profile.id}`;
    const { body: { token } } = await call(app, "POST /personal-access-tokens", {
      as: chidi,
      body: { label: "Mine", scopes: ["tasks.read"] },
    });
    const theirs = await visit(app, chidi.email);
    const owner = await visit(app, ada.email);
    await using open = await listen(app, await browserCookie(app.world, chidi.email));
    assert.equal((await owner.post(one, { act: "suspend" })).status, 303);
    const heard = await open.heard();
    assert.deepEqual(heard.map(({ event, data }) => [event, data]), [
      ["elsewhere", { why: "You're suspended in Acme." }],
    ]);
    for (const who of [{ as: chidi }, { token }]) {
      const { status, body } = await call(app, `GET ${inside}/tasks`, who);
      assert.deepEqual([status, body.code, body.detail], [
        ...[403, "member_suspended", "You're suspended in Acme."],
      ]);
    }
    assert.equal((await theirs.get("/workspace/tasks")).headers.get("location"), "/onboarding");
    assert.match((await theirs.get("/onboarding")).html, /suspended in Acme\./);

    const shown = (await owner.get(path)).html;
    assert.match(shown, /<bdi>Chidi Eze<\/bdi> <span class="badge">suspended/);
    assert.match(shown, /aria-label="Unsuspend Chidi Eze"/);
    const profile = await owner.get(`/workspace/members/${chidi.member.profile.id}`);
    assert.match(profile.html, /<span class="badge">suspended/);
    assert.match((await owner.get("/workspace/settings/audit")).html, /suspended/);

    await owner.post(one, { act: "resume" });
    assert.equal((await call(app, `GET ${inside}/tasks`, { token })).status, 200);
  }));
