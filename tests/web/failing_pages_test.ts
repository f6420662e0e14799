import assert from "node:assert/strict";
import { createTestApp, type TestApp, withApp } from "../support/app.ts";
import { assemble, withEverybody } from "../support/cast.ts";
import { planner } from "../support/projects.ts";
import { visit } from "../support/visitor.ts";

/** Renames a table, so that the pages that read it fail. */
const breakTable = ({ world }: TestApp, table: string) =>
  world.database.write(({ schema }) => schema.alterTable(table).renameTo("broken").execute());

/** Runs a test as a member of a workspace with the project Gatehouse. Its pages can fail. */
async function withProject(
  test: (app: TestApp, browser: Awaited<ReturnType<typeof visit>>) => Promise<void>,
) {
  await using app = await createTestApp(withEverybody());
  const cast = await assemble(app.world);
  await planner(cast).project(cast.ada, { name: "Gatehouse", key: "GATE" });
  await test(app, await visit(app, cast.ada.email));
}

const project = "/workspace/projects/GATE";

Deno.test("a failing page keeps the sidebar and shows the request ID", () =>
  withProject(async (app, browser) => {
    assert.equal((await browser.get(project)).status, 200);
    await breakTable(app, "project_updates");
    const { status, html, headers } = await browser.get(project);
    assert.equal(status, 500);
    assert.match(html, /id="sidebar".*Something went wrong.*The server failed/s);
    assert.match(html, new RegExp(`Request ID <code>${headers.get("x-request-id")}</code>`));
    assert.equal(app.mistakes.length, 1);
  }));

Deno.test("a failing part of a page shows a toast with the request ID", () =>
  withProject(async (app, browser) => {
    await breakTable(app, "project_updates");
    const { status, html, headers } = await browser.part("GET", project, "/workspace/projects");
    assert.equal(status, 500);
    assert.match(html, /<hx-partial hx-target="#toasts"/);
    assert.ok(html.includes(`Request ID: ${headers.get("x-request-id")}`), html);
  }));

Deno.test("a failing page whose sidebar also fails has no sidebar", () =>
  withProject(async (app, browser) => {
    await breakTable(app, "favorites");
    const { status, html } = await browser.get(project);
    assert.equal(status, 500);
    assert.match(html, /Something went wrong/);
    assert.doesNotMatch(html, /id="sidebar"/);
    assert.equal(app.mistakes.length, 2);
  }));

Deno.test("a page for an unknown workspace address keeps the sidebar", () =>
  withApp({}, async (app, { chidi }) => {
    const browser = await visit(app, chidi.email);
    for (const path of ["/workspace/nonsense", "/workspace/settings/labels"]) {
      const { status, html } = await browser.get(path);
      assert.equal(status, 404, path);
      assert.match(html, /id="sidebar".*Not found.*Nothing found at \/workspace\/.*Request ID/s);
    }
    const headers = { "hx-request": "true", "hx-request-type": "partial", "backlog-live": "side" };
    const news = await browser.get("/workspace/nonsense", headers);
    assert.match(news.html, /^<hx-partial hx-target="#sidebar"/, "the sidebar stays current");
    const outside = await browser.get("/nonsense");
    assert.equal(outside.status, 404);
    assert.doesNotMatch(outside.html, /id="sidebar"/);
  }));
