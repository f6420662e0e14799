import assert from "node:assert/strict";
import { table } from "../../server/web/app.ts";
import { pageAt } from "../../server/web/table.ts";
import { mainPages, mainPagesFor } from "../../views/layouts/main_pages.ts";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("every main page leads to a page that is for the same people, by a key of its own", () => {
  for (const { name, href, who } of mainPages) {
    const found = pageAt(table, new URL(href, "http://localhost"));
    assert.ok(found, `${name} leads nowhere`);
    assert.equal(found.page.who, who, name);
  }
  const keys = [...mainPages.map(({ key }) => key), "W"];
  assert.equal(new Set(keys).size, keys.length);
  const everybodys = mainPages.filter(({ who }) => who === "members");
  assert.deepEqual(mainPagesFor("members"), everybodys);
  assert.deepEqual(mainPagesFor("owners"), mainPages);
});

Deno.test("the sidebar has the views that the list can show as they are, and no others", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi } = cast;
    const workspace = `/workspaces/${cast.workspaceId}`;
    const save = (body: Record<string, unknown>, as = ada) =>
      call(app, `POST ${workspace}/views`, { as, body: { scope: "workspace", ...body } });
    await save({ name: "Urgent", filters: { priority: "urgent" }, grouping: "assignee" });
    await save({
      name: "Ours",
      scope: "team",
      teamId: cast.teams.eng,
      filters: { status: "planned" },
    });
    await save({ name: "With drafts", filters: { includeDrafts: "true" } });
    await save({ name: "Launches", kind: "project" });
    await save({ name: "My own", scope: "personal" }, chidi);
    const page = await (await visit(app, ada.email)).get("/workspace/tasks");
    const group = /<ul id="side-views".*?<\/ul>/.exec(page.html)![0];
    const links = [...group.matchAll(/href="([^"]+)".*?<bdi>([^<]+)</g)]
      .map(([, href, name]) => [name, href!.replaceAll("&amp;", "&")]);
    assert.deepEqual(links, [
      ["Ours", `/workspace/tasks?teamId=${cast.teams.eng}&status=planned`],
      ["Urgent", "/workspace/tasks?priority=urgent&group=assignee"],
    ]);
    const shown = await (await visit(app, ada.email)).get(links[1]![1]!);
    assert.match(shown.html, /<h1>Urgent<\/h1>/);
    assert.match(shown.html, /aria-current="page"[^>]*>.*?<bdi>Urgent<\/bdi>/);
  }));
