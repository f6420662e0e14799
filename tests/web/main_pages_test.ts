import assert from "node:assert/strict";
import { table } from "../../server/web/app.ts";
import { pageAt } from "../../server/web/table.ts";
import { mainPages, mainPagesFor } from "../../views/layouts/main_pages.ts";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("every main page has the same audience as its link, and a unique key", () => {
  for (const { name, href, who } of mainPages) {
    const found = pageAt(table, new URL(href, "http://localhost"));
    assert.ok(found, `${name} leads nowhere`);
    assert.equal(found.page.who, who, name);
  }
  const keys = [...mainPages.map(({ key }) => key), "W"];
  assert.equal(new Set(keys).size, keys.length);
  const everybodys = mainPages.filter(({ who }) => who === "members");
  assert.deepEqual(mainPagesFor("members", true), everybodys);
  assert.deepEqual(mainPagesFor("members", false), everybodys.filter(({ leads }) => !leads));
  assert.deepEqual(mainPagesFor("owners", false), mainPages);
});

Deno.test("the sidebar has the visible views of teams, and links to all others", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, dina, teams } = cast;
    const save = async (body: Record<string, unknown>, as = ada) => {
      const path = `POST /workspaces/${cast.workspaceId}/views`;
      return (await call(app, path, { as, body })).body.view.key;
    };
    const ours = await save({ name: "Ours", scope: "team", teamId: teams.eng });
    const hidden = { name: "Pay", scope: "team", teamId: teams.ppl };
    await save(hidden, dina);
    const plans = await save({ name: "Plans", kind: "project", scope: "team", teamId: teams.eng });
    const urgent = await save({ name: "Urgent", scope: "workspace" });
    const visitor = await visit(app, chidi.email);
    const sidebar = async (path: string) => {
      const { html } = await visitor.get(path);
      const group = /<ul id="side-views".*?<\/ul>/.exec(html)![0];
      const links = [...group.matchAll(/href="([^"]+)".*?<bdi>([^<]+)</g)];
      const marked = /aria-current="page"[^>]*>(?:(?!<\/a>).)*<bdi>([^<]+)/s.exec(html)![1];
      return { links: links.map(([, href, name]) => [name, href]), marked };
    };
    const shown = await sidebar(`/workspace/view/${ours}`);
    assert.deepEqual(shown.links, [
      ["Ours", `/workspace/view/${ours}`],
      ["Plans", `/workspace/project-view/${plans}`],
    ]);
    assert.equal(shown.marked, "Ours");
    assert.equal((await sidebar(`/workspace/view/${urgent}?layout=board`)).marked, "Views");
    assert.equal((await sidebar("/workspace/views")).marked, "Views");
  }));
