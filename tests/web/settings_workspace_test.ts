import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { updateMember } from "../../server/domain/members/update.ts";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/settings/workspace";

Deno.test("only managers can rename the workspace and change its time zone on its page", () =>
  withApp({}, async (app, { ada, chidi, workspaceId }) => {
    const visitor = await visit(app, ada.email);
    const { html } = await visitor.get(path);
    const [, version = ""] = /name="version" value="(\d+)"/.exec(html)!;
    assert.match(html, /<datalist id="time-zones"/);
    const wrong = await visitor.post(path, { name: "Quay", timeZone: "Mars/Base", version });
    assert.equal(wrong.status, 422);
    assert.match(wrong.html, /id="field-timeZone-error">Use an IANA time zone/);
    assert.match(wrong.html, /value="Quay"/);
    await visitor.post(path, { name: "Quay", timeZone: "Asia/Tokyo", version });
    const saved = (await visitor.get(path)).html;
    assert.match(saved, /<nav id="sidebar"[^]*<bdi>Quay<\/bdi>/);
    const { body } = await call(app, `GET /workspaces/${workspaceId}`, { as: ada });
    assert.equal(body.workspace.timeZone, "Asia/Tokyo");
    const stale = await visitor.post(path, { name: "Pier", timeZone: "UTC", version });
    assert.equal(stale.status, 412);
    assert.match(
      stale.html,
      /changed since you read it\. Check the current values, then try again\./,
    );

    const usage = (await visitor.get("/workspace/settings/usage")).html;
    const { body: counted } = await call(app, `GET /workspaces/${workspaceId}/usage`, { as: ada });
    assert.match(usage, new RegExp(`<dt>People</dt><dd>${counted.usage.members}<`));
    // Another workspace is on that server, of whose growth nothing is told here
    assert.equal(counted.usage.databaseBytes, null);
    assert.doesNotMatch(usage, /Database/);
    const refused = await (await visit(app, chidi.email)).get(path);
    assert.equal(refused.status, 403);
    assert.match(refused.html, /Ask an owner or admin of the workspace/);
  }));

Deno.test("people can leave the workspace by typing its name, except for its last owner", () =>
  withApp({}, async (app, { ada, chidi, workspaceId }) => {
    const path = "/workspace/settings/profile";
    const visitor = await visit(app, chidi.email);
    assert.match((await visitor.get(path)).html, /Type “Acme” to leave the workspace/);
    const wrong = await visitor.post(path, { act: "leave", name: "acme" });
    assert.equal(wrong.status, 422);
    assert.match(wrong.html, /exact name: Acme[^]*|value="acme"/);
    const left = await visitor.post(path, { act: "leave", name: " Acme " });
    assert.equal(left.status, 303);
    assert.notEqual((await visitor.get("/workspace/tasks")).status, 200);
    const { body } = await call(app, `GET /workspaces/${workspaceId}/members`, { as: ada });
    const ids = body.members.map(({ id }: { id: string }) => id);
    assert.ok(!ids.includes(chidi.member.profile.id));

    const owner = await visit(app, ada.email);
    const stays = await owner.post(path, { act: "leave", name: "Acme" });
    assert.equal(stays.status, 409);
    assert.match(stays.html, /a workspace needs at least one/);
  }));

Deno.test("a suspended owner doesn't count when the last owner wants to leave", () =>
  withApp({}, async (app, { world, ada, bao }) => {
    const change = (patch: Record<string, unknown>) =>
      perform(world.services, ada.member, updateMember, {
        profileId: bao.member.profile.id,
        patch,
      });
    const offers = async () =>
      /to leave the workspace/.test(
        (await (await visit(app, ada.email)).get("/workspace/settings/profile")).html,
      );
    await change({ role: "owner" });
    assert.ok(await offers());
    await change({ suspended: true });
    assert.ok(!await offers());
  }));
