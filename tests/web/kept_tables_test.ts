import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const members = "/workspace/members";
const settings = "/workspace/settings";

const mainOf = (html: string) => /<main[^]*<\/main>/.exec(html)?.[0] ?? "";

Deno.test("cached tables of people, teams, and labels are separate for each viewer, and renewed after a change", () =>
  withApp({}, async (app, { ada, chidi, workspaceId, teams }) => {
    const workspace = `/workspaces/${workspaceId}`;
    const made = async (path: string, name: string) => {
      const { status, body } = await call(app, `POST ${workspace}/${path}`, {
        as: ada,
        body: { name, color: "orange" },
      });
      assert.equal(status, 201);
      return (Object.values(body)[0] as { id: string }).id;
    };
    const labels = [
      { path: "labels", page: `${settings}/task-labels`, id: await made("labels", "Rust") },
      {
        path: "project-labels",
        page: `${settings}/project-labels`,
        id: await made("project-labels", "Rust"),
      },
    ];
    const [owner, member] = [await visit(app, ada.email), await visit(app, chidi.email)];
    const seen = async (path: string, by = owner) => {
      const { status, html } = await by.get(path);
      assert.equal(status, 200, path);
      return mainOf(html);
    };
    const ofPeople = [
      members,
      `/workspace/teams/${teams.eng}`,
      `${settings}/members`,
      `${settings}/teams/${teams.eng}/members`,
      `${settings}/audit`,
    ];
    const ofTeams = ["/workspace/teams", `${settings}/teams`, members];
    const every = [...ofPeople, ...ofTeams, ...labels.map(({ page }) => page)];
    for (const path of every) assert.equal(await seen(path), await seen(path), path);

    const { name } = ada.member.profile;
    const own = async (by = owner) =>
      /<bdi>([^<]*)<\/bdi>\s*\(you\)/.exec(await seen(members, by))?.[1];
    assert.deepEqual([await own(), await own(member)], [name, chidi.member.profile.name]);
    // The team that is hidden from Chidi
    for (const path of ["/workspace/teams", members]) {
      assert.match(await seen(path), /People</, path);
      assert.doesNotMatch(await seen(path, member), /People</, path);
    }

    const change = async (path: string, body: unknown, as = ada) => {
      const { status } = await call(app, `PATCH ${workspace}/${path}`, { as, body });
      assert.equal(status, 200, path);
    };
    await change("members/me", { name: "Chidi the Second" }, chidi);
    for (const path of ofPeople) assert.match(await seen(path), /Chidi the Second/, path);
    await change(`teams/${teams.eng}`, { name: "Roofs and gates" });
    for (const path of ofTeams) assert.match(await seen(path), /Roofs and gates/, path);
    for (const { path, page, id } of labels) {
      await change(`${path}/${id}`, { name: "Iron" });
      assert.match(await seen(page), /Iron/, page);
      // What is open takes the place of what was kept
      assert.match(await seen(`${page}?edit=${id}`), new RegExp(`id="label-${id}"`));
    }
    assert.match(await seen(`${settings}/members?create=1`), /id="new-invitation"/);
    assert.match(await seen(`${settings}/teams?create=1`), /id="new-team"/);
  }));
