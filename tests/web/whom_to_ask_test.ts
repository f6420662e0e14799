import assert from "node:assert/strict";
import { whoMayOpen } from "../gates/pages/who_may_open.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const asks = /Ask <a href="\/workspace\/members\/prof_\w+"><bdi>Ada Lovelace/;

Deno.test("who may not open a page is told who can help, by name", () =>
  withApp({}, async (app, { chidi, ada }) => {
    const visitor = await visit(app, chidi.email);
    const closed = Object.entries(whoMayOpen)
      .filter(([path, who]) => who === "managers" && !path.includes(":"));
    assert.ok(closed.length > 10);
    for (const [path] of closed) {
      const { status, html } = await visitor.get(path);
      assert.equal(status, 403, path);
      assert.match(html, /Ask an owner or admin of the workspace\./, path);
      const helpers = `members/${ada.member.profile.id}"><bdi>Ada Lovelace</bdi></a> or <a`;
      assert.ok(html.includes(helpers) && html.includes("Bảo Nguyễn"), path);
    }
    const team = await visitor.get("/workspace/settings/teams/ENG");
    assert.deepEqual([team.status, team.html.includes("Bảo Nguyễn")], [403, true]);
  }));

Deno.test("where others see what makes something, a member reads who makes it", () =>
  withApp({}, async (app, { ada, chidi }) => {
    const member = await visit(app, chidi.email);
    const manager = await visit(app, ada.email);
    for (const page of ["settings", "settings/teams", "teams", "members", "projects"]) {
      const path = `/workspace/${page}`;
      assert.match((await member.get(path)).html, asks, page);
      assert.doesNotMatch((await manager.get(path)).html, /class="whom-to-ask"/, page);
    }
  }));

Deno.test("a task says whom to ask to change it or to comment", () =>
  withApp({}, async (app, { ada, dina, esra, chidi, task }) => {
    await task(ada);
    const seen = async (email: string) =>
      (await (await visit(app, email)).get("/workspace/tasks/ENG-1")).html;
    const change = /Ask a lead of Engineering to make you one\./;
    const comment = /Ask a lead of\s*<a href="\/workspace\/teams\/team_\w+">the team<\/a> to add/;
    // Dina is of another team, Esra comments alone
    assert.match(await seen(dina.email), change);
    assert.match(await seen(dina.email), comment);
    assert.match(await seen(esra.email), change);
    assert.doesNotMatch(await seen(esra.email), comment);
    assert.doesNotMatch(await seen(chidi.email), change);
    assert.doesNotMatch(await seen(chidi.email), comment);
  }));
