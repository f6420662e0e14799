import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { listen } from "../support/listening.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/settings/workspace";

Deno.test("an owner deletes a workspace by typing its name, and then no interface can open it", () =>
  withApp({}, async (app, { ada, bao, chidi, workspaceId }) => {
    const inside = `/workspaces/${workspaceId}`;
    const pat = await call(app, "POST /personal-access-tokens", {
      as: chidi,
      body: { label: "Mine", scopes: ["tasks.read"] },
    });
    const made = await call(app, `POST ${inside}/automations`, {
      as: ada,
      body: { name: "Nightly", scopes: ["tasks.read"] },
    });
    const { body: { accessToken } } = await call(app, "POST /automation-auth/exchange", {
      token: made.body.secret,
      body: {},
    });
    const admin = await visit(app, bao.email);
    assert.match((await admin.get(path)).html, /Only owners can delete the workspace/);
    assert.doesNotMatch((await admin.get(path)).html, /id="delete-workspace"/);
    const owner = await visit(app, ada.email);
    const shown = (await owner.get(path)).html;
    assert.match(shown, /0 tasks, 0 projects, and 2 teams/);
    assert.match(shown, /5 members lose access\./);
    const wrong = await owner.post(path, { act: "delete", name: "acme" });
    assert.equal(wrong.status, 422);
    assert.match(
      wrong.html,
      /id="delete-name-error">Enter the workspace.{1,6}s exact name: Acme/,
    );
    assert.match(wrong.html, /id="delete-name"[^>]*value="acme"/);

    await using open = await listen(app, await browserCookie(app.world, chidi.email));
    const done = await owner.post(path, { act: "delete", name: "Acme" });
    assert.deepEqual([done.status, done.headers.get("location")], [303, "/workspace"]);
    const heard = await open.heard();
    assert.deepEqual(heard.map(({ event, data }) => [event, data]), [
      ["elsewhere", { why: "Acme was deleted." }],
    ]);
    assert.ok(open.ended());
    assert.equal((await owner.get("/workspace/tasks")).headers.get("location"), "/onboarding");

    for (const as of [ada, chidi]) {
      const { status, body } = await call(app, `GET ${inside}/tasks`, { as });
      assert.deepEqual([status, body.code, body.detail], [
        ...[404, "workspace_deleted", "Acme was deleted."],
      ]);
    }
    // Of who has no other workspace a token is good for nothing
    for (const token of [accessToken, pat.body.token]) {
      assert.equal((await call(app, `GET ${inside}/tasks`, { token })).status, 401);
    }
    const again = await call(app, "POST /automation-auth/exchange", {
      token: made.body.secret,
      body: {},
    });
    assert.equal(again.status, 401);
  }));

Deno.test("over REST, deleting a workspace requires its name and its current version", () =>
  withApp({}, async (app, { ada, bao, workspaceId, frode }) => {
    const one = `/workspaces/${workspaceId}`;
    const remove = (as: typeof ada, body: unknown, headers = {}) =>
      call(app, `DELETE ${one}`, { as, body, headers });
    assert.equal((await remove(bao, { name: "Acme" })).body.code, "not_owner");
    assert.equal((await remove(ada, {})).status, 422);
    const stale = await remove(ada, { name: "Acme" }, { "if-match": '"9.1"' });
    assert.equal(stale.status, 412);
    assert.equal((await remove(frode, { name: "Acme" })).status, 404);
    assert.equal((await remove(ada, { name: "Acme" })).status, 204);
    const { status, body } = await remove(ada, { name: "Acme" });
    assert.deepEqual([status, body.code], [404, "workspace_deleted"]);
  }));
