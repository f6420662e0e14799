import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/teams";
const settings = "/workspace/settings/teams";

Deno.test("a team's page shows its open work, members, projects, and views to people who can see it", () =>
  withApp({}, async (app, { ada, chidi, dina, workspaceId, teams }) => {
    const make = (what: string, body: Record<string, unknown>, as = ada) =>
      call(app, `POST /workspaces/${workspaceId}/${what}`, { as, body });
    const teamId = teams.eng;
    for (const status of ["planned", "planned", "progressed", "completed"]) {
      await make("tasks", { title: "Paint", teamId, status });
    }
    await make("tasks", { title: "A draft", teamId, status: "planned", draft: true });
    await make("tasks", { title: "Raise", teamId: teams.ppl }, dina);
    await make("projects", { name: "The bridge", teamIds: [teamId] });
    await make("projects", { name: "The lock" });
    const ours = { name: "Ours", scope: "team", teamId };
    await make("views", ours);
    await make("views", { ...ours, name: "Our plans", kind: "project" });

    const visitor = await visit(app, chidi.email);
    const main = async (at: string) => {
      const { html, status } = await visitor.get(at);
      assert.equal(status, 200, at);
      return /<main[^]*<\/main>/.exec(html)![0];
    };
    const list = await main(path);
    assert.match(list, /<tr id="row-ENG"[^]*?Engineering[^]*?teamId=ENG">3<\/a>/);
    assert.doesNotMatch(list, /People/);
    assert.match(await main(`${path}?q=nothing`), /No teams found/);

    const hub = await main(`${path}/eng`);
    assert.match(
      hub,
      /status=progressed">[^]*?>1<[^]*status=planned">[^]*?>2<[^]*status=backlogged">[^]*?>0</,
    );
    assert.match(hub, /Ada Lovelace[^]*?Lead[^]*Chidi[^]*?\(you\)[^]*?Member/);
    assert.match(hub, /The bridge[^]*Ours[^]*>All views</);
    assert.doesNotMatch(hub, /The lock|settings\/teams/);
    assert.match(await main(`${path}/ENG/projects`), /The bridge/);
    assert.doesNotMatch(await main(`${path}/ENG/projects`), /The lock/);
    assert.match(await main(`${path}/ENG/views`), /Ours[^]*Our plans/);
    assert.equal((await visitor.get(`${path}/PPL`)).status, 404);

    // The sidebar leads to the team, and knows it on each of its pages and of its tasks
    for (const at of [`${path}/ENG`, `${path}/${teamId}/views`, `/workspace/tasks?teamId=ENG`]) {
      const { html } = await visitor.get(at);
      const side = /<ul id="side-teams"[^]*?<\/ul>/.exec(html)![0];
      assert.match(side, /href="\/workspace\/teams\/ENG"[^>]*aria-current="page"/, at);
    }

    assert.match(await main(`${path}/ENG?leave=1`), /stay assigned to you/);
    const left = await visitor.post(`${path}/ENG`, { act: "leave" });
    assert.equal(left.status, 303);
    assert.doesNotMatch(await main(`${path}/ENG`), /\(you\)|Leave team/);
  }));

Deno.test("a team and its members can be created, changed, archived, and restored in the settings", () =>
  withApp({}, async (app, { ada, bao, chidi, esra, workspaceId }) => {
    const visitor = await visit(app, bao.email);
    const team = async (key: string) => {
      const asked = `GET /workspaces/${workspaceId}/teams/${key}`;
      return (await call(app, asked, { as: ada })).body.team;
    };
    const list = async () => (await visitor.get(settings)).html;

    const from = await visitor.get(`${path}?create=1&name=Roofs`);
    assert.equal(from.status, 303);
    assert.match((await visitor.get(`${settings}?create=1&name=Roofs`)).html, /value="Roofs"/);
    const taken = await visitor.post(settings, { name: "Roofs", key: "ENG", private: "on" });
    assert.equal(taken.status, 409);
    assert.match(taken.html, /value="Roofs"[^]*value="ENG"[^]*checked/);
    await visitor.post(settings, { name: "Roofs", key: "ROF", private: "on" });
    const made = await team("ROF");
    assert.ok(made.private);

    const words = {
      name: "Roofs",
      description: "Slate and lead",
      expertiseArea: "",
      workflowId: made.workflowId,
      version: String(made.version),
    };
    await visitor.post(`${settings}/ROF`, { ...words, key: "SLA" });
    const now = await team("SLA");
    assert.deepEqual([now.key, now.private, now.description, now.formerKeys], [
      "SLA",
      false,
      "Slate and lead",
      ["ROF"],
    ]);
    const stale = await visitor.post(`${settings}/SLA`, { ...words, key: "SLA", name: "Tiles" });
    assert.equal(stale.status, 412);
    assert.match(stale.html, /value="Tiles"/);
    await visitor.post(`${settings}/SLA`, {
      ...words,
      act: "back",
      key: "ROF",
      description: "",
      private: "on",
      version: String(now.version),
    });
    assert.deepEqual((await team("ROF")).key, "ROF");

    const members = `${settings}/ROF/members`;
    const chosen = esra.member.profile.id;
    const offered = async () => (await visitor.get(`${members}/add`)).html;
    assert.match(await offered(), new RegExp(chosen));
    await visitor.post(members, { profileId: chosen });
    assert.doesNotMatch(await offered(), new RegExp(`value="${chosen}"`));
    const role = async () =>
      (await team("ROF")).members.find(({ profile }: { profile: { id: string } }) =>
        profile.id === chosen
      )?.role;
    assert.equal(await role(), "member");
    assert.match((await visitor.get(`${members}/${chosen}`)).html, /Lead[^]*Commentator/);
    await visitor.post(`${members}/${chosen}`, { role: "lead" });
    assert.equal(await role(), "lead");
    await visitor.post(`${members}/${chosen}`, { act: "remove" });
    assert.equal(await role(), undefined);
    assert.equal((await visitor.get(`${members}/${chosen}`)).status, 404);
    await visitor.post(`${members}/${chosen}`, { act: "role", role: "lead" });
    assert.equal(await role(), "lead");

    // Who leads it keeps it, and may not archive it
    const lead = await visit(app, esra.email);
    const settingsOfRoofs = await lead.get(`${settings}/ROF`);
    assert.equal(settingsOfRoofs.status, 200);
    assert.doesNotMatch(settingsOfRoofs.html, /Archive team/);
    assert.equal((await lead.post(`${members}/${chosen}`, { role: "commentator" })).status, 303);
    assert.equal((await lead.get(members)).status, 403);
    assert.equal((await (await visit(app, chidi.email)).get(`${settings}/ENG`)).status, 403);

    const body = { title: "Nail it", teamId: made.id };
    await call(app, `POST /workspaces/${workspaceId}/tasks`, { as: ada, body });
    assert.match((await visitor.get(`${settings}/ROF`)).html, /Archive with 1 open task/);
    const kept = await visitor.post(`${settings}/ROF`, { act: "archive" });
    assert.equal(kept.status, 409);
    assert.match(kept.html, /still has 1 open task\. [^<]+check the checkbox\./);
    await visitor.post(`${settings}/ROF`, { act: "archive", force: "on" });
    assert.match(await list(), /Restore the team Roofs/);
    assert.match((await visitor.get(`${settings}/ROF`)).html, /Roofs is archived/);
    assert.match((await visitor.get(`${path}/ROF`)).html, /Roofs is archived/);
    await visitor.post(`${settings}/ROF`, { act: "restore" });
    assert.doesNotMatch(await list(), /Restore the team Roofs/);
  }));
