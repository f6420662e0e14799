import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const path = "/workspace/members";

Deno.test("members can be searched by name, username, and email, and each links to their profile", () =>
  withApp({}, async (app, { ada, chidi, workspaceId, teams }) => {
    const visitor = await visit(app, chidi.email);
    const namesAt = async (query: string) => {
      const { html } = await visitor.get(`${path}${query}`);
      return [...html.matchAll(/class="person-link" href="[^"]+\/(prof_\w+)"/g)]
        .map(([, id]) => id);
    };
    const all = await namesAt("");
    for (const { member } of [ada, chidi]) assert.ok(all.includes(member.profile.id));
    assert.deepEqual(await namesAt(`?q=${ada.member.profile.name}`), [ada.member.profile.id]);
    assert.deepEqual(await namesAt("?kind=agent"), []);
    assert.match((await visitor.get(`${path}?q=nobody+at+all`)).html, /No members found/);

    for (const title of ["Paint the gate", "Oil the gate"]) {
      await call(app, `POST /workspaces/${workspaceId}/tasks`, {
        as: ada,
        body: { title, teamId: teams.eng, assigneeId: ada.member.profile.id },
      });
    }
    const project = { name: "The bridge", leadId: ada.member.profile.id };
    await call(app, `POST /workspaces/${workspaceId}/projects`, { as: ada, body: project });
    const { html } = await visitor.get(`${path}/${ada.member.profile.id}`);
    assert.match(html, /Paint the gate[^]*All tasks|Oil the gate/);
    assert.match(html, /The bridge/);
    assert.doesNotMatch(html, /Edit your profile/);
    // Profiles don't list teams that the visitor can't see
    assert.doesNotMatch(html, /<main[^]*People<\/a>/);
    const own = await visitor.get(`${path}/${chidi.member.profile.id}`);
    assert.match(own.html, /href="\/workspace\/settings\/profile"[^]*Edit your profile/);
    assert.equal((await visitor.get(`${path}/prof_x`)).status, 404);
  }));
