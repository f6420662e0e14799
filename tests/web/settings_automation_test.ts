import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/settings/automation";
const itemOf = (html: string, id: string) =>
  new RegExp(`<article class="automation" id="${id}"[^]*?</article>`).exec(html)?.[0] ?? "";

Deno.test("an automation is created with its secret shown once, changed, undone, suspended, and rotated", () =>
  withApp({}, async (app, { ada, workspaceId, teams }) => {
    const visitor = await visit(app, ada.email);
    const read = async () => {
      const at = `GET /workspaces/${workspaceId}/automations`;
      const { body } = await call(app, at, { as: ada });
      return body.automations as {
        id: string;
        name: string;
        version: number;
        teamIds: string[] | null;
        scopes: string[];
        suspended: boolean;
      }[];
    };
    assert.match((await visitor.get(`${path}?create=1`)).html, /id="automation-new"/);
    const form = { name: "Glazier", description: "Mends windows", reach: "chosen" };
    const none = await visitor.post(path, { ...form, teamIds: teams.eng });
    assert.equal(none.status, 422);
    assert.match(none.html, /id="new-scopes-error">Choose at least one scope\./);
    assert.match(none.html, new RegExp(`value="Glazier"[^]*value="${teams.eng}" checked`));

    const made = await visitor.post(path, { ...form, teamIds: teams.eng, scopes: "tasks.read" });
    const [secret] = /blg_auto_[\w-]+/.exec(made.html)!;
    assert.match(
      made.html,
      new RegExp(`BACKLOG_TOKEN=${secret} bash backlog\\.sh auth exchange --save`),
    );
    assert.doesNotMatch((await visitor.get(path)).html, new RegExp(secret));
    const exchange = (token: string) => call(app, "POST /automation-auth/exchange", { token });
    assert.equal((await exchange(secret)).status, 200);
    const [{ id, version }] = await read() as [Awaited<ReturnType<typeof read>>[0]];
    const { html } = await visitor.get(path);
    assert.match(itemOf(html, id), /Mends windows[^]*tasks\.read[^]*Engineering[^]*blg_auto_/);

    const one = `${path}/${id}`;
    const wider = { name: "Glazier", description: "", reach: "public", scopes: "tasks.write" };
    assert.match((await visitor.get(`${path}?edit=${id}`)).html, /value="chosen" checked/);
    await visitor.post(one, { ...wider, version: `${version}` });
    let now = (await read())[0]!;
    assert.deepEqual([now.teamIds, now.scopes], [null, ["tasks.write"]]);
    const { scopes: _, ...noScopes } = wider;
    const emptied = await visitor.post(one, { ...noScopes, version: `${now.version}` });
    assert.equal(emptied.status, 422);
    assert.match(emptied.html, /Choose at least one scope\./);
    const stale = await visitor.post(one, { ...wider, name: "Painter", version: `${version}` });
    assert.equal(stale.status, 412);
    assert.match(stale.html, /value="Painter"/);
    const back = { ...form, teamIds: teams.eng!, scopes: "tasks.read", act: "back" };
    await visitor.post(one, { ...back, version: `${now.version}` });
    now = (await read())[0]!;
    assert.deepEqual([now.teamIds, now.scopes], [[teams.eng], ["tasks.read"]]);

    await visitor.post(one, { act: "suspend" });
    assert.equal((await exchange(secret)).status, 403);
    assert.match(itemOf((await visitor.get(path)).html, id), /suspended[^]*Unsuspend Glazier/);
    await visitor.post(one, { act: "resume" });
    assert.match((await visitor.get(`${path}?rotate=${id}`)).html, /stop working immediately/);
    const rotated = await visitor.post(one, { act: "rotate", credentialLabel: "On the host" });
    const [next] = /blg_auto_[\w-]+/.exec(rotated.html)!;
    assert.equal((await exchange(secret)).status, 401);
    assert.equal((await exchange(next)).status, 200);
  }));

Deno.test("an automation limited to selected teams has access to none if no team is checked", () =>
  withApp({}, async (app, { ada, workspaceId, teams }) => {
    const visitor = await visit(app, ada.email);
    const read = async () => {
      const at = `GET /workspaces/${workspaceId}/automations`;
      const [automation] = (await call(app, at, { as: ada })).body.automations;
      return automation as { id: string; version: number; teamIds: string[] | null };
    };
    const form = { name: "Glazier", description: "", reach: "chosen", scopes: "tasks.read" };
    await visitor.post(path, form);
    const { id, version, teamIds } = await read();
    assert.deepEqual(teamIds, []);
    await visitor.post(`${path}/${id}`, { ...form, teamIds: teams.eng, version: `${version}` });
    const chosen = await read();
    assert.deepEqual(chosen.teamIds, [teams.eng]);
    await visitor.post(`${path}/${id}`, { ...form, version: `${chosen.version}` });
    assert.deepEqual((await read()).teamIds, []);
  }));

Deno.test("agents are created below their automation, changed, undone, and suspended", () =>
  withApp({}, async (app, { ada, workspaceId, teams }) => {
    const visitor = await visit(app, ada.email);
    const at = `/workspaces/${workspaceId}`;
    const { body } = await call(app, `POST ${at}/automations`, {
      as: ada,
      body: { name: "Glazier", teamIds: [teams.eng] },
    });
    const { id } = body.automation as { id: string };
    const read = async () =>
      (await call(app, `GET ${at}/agents`, { as: ada })).body.agents as {
        id: string;
        profileId: string;
        name: string;
        role: string;
        version: number;
        suspended: boolean;
      }[];
    const opened = itemOf((await visitor.get(`${path}?agent=${id}`)).html, id);
    assert.match(opened, new RegExp(`value="${teams.eng}" checked`));
    const empty = await visitor.post(`${path}/${id}/agents`, { name: "", role: "commentator" });
    assert.equal(empty.status, 422);
    assert.match(itemOf(empty.html, id), /id="field-name-error"[^]*value="commentator" checked/);
    const form = { name: "Scout", role: "member", teamIds: teams.eng! };
    await visitor.post(`${path}/${id}/agents`, form);
    const [agent] = await read();
    const { html } = await visitor.get(path);
    assert.match(itemOf(html, id), new RegExp(`Scout[^]*${agent!.profileId}[^]*Engineering`));

    const one = `${path}/agents/${agent!.id}`;
    const changed = { name: "Ranger", role: "commentator", teamIds: teams.eng! };
    await visitor.post(one, { ...changed, version: `${agent!.version}` });
    const [now] = await read();
    assert.deepEqual([now!.name, now!.role], ["Ranger", "commentator"]);
    await visitor.post(one, { ...form, act: "back", version: `${now!.version}` });
    assert.equal((await read())[0]!.name, "Scout");
    await visitor.post(one, { act: "suspend" });
    assert.equal((await read())[0]!.suspended, true);
    assert.match(
      itemOf((await visitor.get(path)).html, id),
      /@scout, suspended[^]*Unsuspend Scout/,
    );
    await visitor.post(one, { act: "resume" });
    assert.equal((await read())[0]!.suspended, false);
  }));
