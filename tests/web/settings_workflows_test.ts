import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

interface Workflow {
  id: string;
  name: string;
  isDefault: boolean;
  version: number;
  archivedAt: string | null;
  states: { id: string; name: string; status: string }[];
}

Deno.test("workflows are created, renamed, assigned to teams, and edited on their page", () =>
  withApp({}, async (app, { ada, chidi, workspaceId, teams }) => {
    const page = "/workspace/settings/workflows";
    const api = `/workspaces/${workspaceId}`;
    const visitor = await visit(app, ada.email);
    const named = async (name: string) => {
      const { body } = await call(app, `GET ${api}/workflows?includeArchived=true`, { as: ada });
      return (body.workflows as Workflow[]).find((one) => one.name === name)!;
    };
    const states = async (name: string) => (await named(name)).states.map((one) => one.name);
    const stateOf = async (workflow: string, name: string) => {
      const { id, states } = await named(workflow);
      return `${page}/${id}/states/${states.find((one) => one.name === name)!.id}`;
    };
    assert.equal((await (await visit(app, chidi.email)).get(page)).status, 403);

    // Made of another one's states
    const { id: first } = await named("Default");
    assert.match((await visitor.get(`${page}?create=1&name=Help`)).html, /value="Help"/);
    await visitor.post(`${page}/${first}/states`, { name: "In review", status: "progressed" });
    assert.deepEqual((await states("Default")).slice(2, 4), ["In progress", "In review"]);
    assert.equal((await visitor.post(page, { name: "Support", from: first })).status, 303);
    assert.deepEqual(await states("Support"), await states("Default"));
    const twice = await visitor.post(page, { name: "support", from: first });
    assert.equal(twice.status, 409);
    assert.match(twice.html, new RegExp(`value="support"[^]*value="${first}" selected`));

    // Named and put elsewhere; what was typed stays where it is refused
    const { id, version } = await named("Support");
    const review = await stateOf("Support", "In review");
    const changed = { name: "Waiting", position: "1", from: "3", version: `${version}` };
    await visitor.post(review, changed);
    assert.deepEqual((await states("Support")).slice(0, 3), ["Backlog", "Waiting", "Planned"]);
    const stale = await visitor.post(review, { ...changed, name: "Late" });
    assert.equal(stale.status, 412);
    assert.match(stale.html, /value="Late"/);
    const fresh = await named("Support");
    const same = await visitor.post(review, {
      ...changed,
      name: "Done",
      from: "1",
      version: `${fresh.version}`,
    });
    assert.equal(same.status, 422);
    assert.match(same.html, /id="field-name-error">Use Done only once/);
    await visitor.post(`${review}/place`, { position: "0" });
    assert.equal((await states("Support"))[0], "Waiting");
    await visitor.post(review, { act: "back", name: "In review", position: "3" });
    assert.deepEqual(await states("Support"), await states("Default"));

    // Removed into another one of its status
    const { html } = await visitor.get(`${page}?removeState=${review.split("/").at(-1)}`);
    assert.match(html, /Move tasks in In review to[^]*In progress/);
    const into = (await stateOf("Support", "In progress")).split("/").at(-1)!;
    await visitor.post(review, { act: "remove", into });
    assert.equal((await states("Support")).length, 5);
    assert.equal((await visitor.post(review, { act: "remove", into })).status, 404);
    const last = await visitor.post(`${page}/${id}/states/${into}`, { act: "remove" });
    assert.equal(last.status, 422);

    // Used by teams, the default, archived
    await visitor.post(`${page}/${id}/teams`, { teamId: teams.eng });
    const used = (await visitor.get(page)).html;
    assert.match(used, new RegExp(`id="${id}"[^]*Used by Engineering\\.`));
    await visitor.post(`${page}/${id}`, { act: "default" });
    assert.equal((await named("Support")).isDefault, true);
    await visitor.post(`${page}/${first}`, { act: "default" });
    assert.equal((await visitor.post(`${page}/${id}`, { act: "archive" })).status, 409);
    await visitor.post(`${page}/${first}/teams`, { teamId: teams.eng });
    await visitor.post(`${page}/${id}`, { act: "archive" });
    assert.notEqual((await named("Support")).archivedAt, null);
    await visitor.post(`${page}/${id}`, { act: "restore" });
    const { version: now } = await named("Support");
    await visitor.post(`${page}/${id}`, { name: "Help", version: `${now}` });
    assert.equal((await named("Help")).id, id);
  }));
