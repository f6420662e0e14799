import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { PlainBrowser } from "../support/plain_browser.ts";
import { planner } from "../support/projects.ts";
import { visit } from "../support/visitor.ts";

Deno.test("a favorite's new position must be a number", () =>
  withApp({}, async (app, cast) => {
    const { reference } = await cast.task(cast.ada, { title: "Oil the gate" });
    const visitor = await visit(app, cast.ada.email);
    for (const place of ["%0b", "%20", "x", "-1", "0x1", "1e3"]) {
      const { status } = await visitor.post(`/workspace/favorites/task/${reference}/${place}`, {});
      assert.equal(status, 422, place);
    }
    const { status } = await visitor.post(`/workspace/favorites/task/${reference}/0`, {});
    assert.equal(status, 303);
  }));

Deno.test("every favorite refers to the instructions for moving it, which are otherwise hidden", () =>
  withApp({}, async (app, { ada }) => {
    const visitor = await visit(app, ada.email);
    await visitor.post("/workspace/favorites/team/ENG", { act: "add" });
    const { html } = await visitor.get("/workspace/tasks");
    assert.match(html, /id="favorite-team-ENG".*?aria-describedby="side-favorites-keys"/s);
    assert.match(html, /<p id="side-favorites-keys" hidden[^>]*>/);
  }));

Deno.test("a favorite project links to its page, and is marked on its page and its task lists", () =>
  withApp({}, async (app, cast) => {
    const { ada } = cast;
    const { id } = await planner(cast).project(ada, { name: "Gatehouse", key: "GAT" });
    const visitor = await visit(app, ada.email);
    await visitor.post("/workspace/favorites/project/GAT", { act: "add" });
    const marked = /href="([^"]+)"[^>]*aria-current="page"/;
    for (
      const at of ["projects/GAT", `projects/${id}`, "tasks?projectId=GAT", `tasks?projectId=${id}`]
    ) {
      const { html } = await visitor.get(`/workspace/${at}`);
      assert.equal(marked.exec(html)?.[1], "/workspace/projects/GAT", at);
    }
  }));

Deno.test("Undo returns a removed favorite to its former position", () =>
  withApp({}, async (app, { ada, task }) => {
    for (const title of ["Ash", "Birch", "Cedar"]) await task(ada, { title });
    const page = await PlainBrowser.of(app, ada.email);
    await page.open("/workspace/tasks");
    const change = (reference: string, act: string) =>
      page.open(`/workspace/favorites/task/${reference}`, new URLSearchParams({ act }));
    const order = () => page.text(page.byId("side-favorites"));
    for (const reference of ["ENG-3", "ENG-2", "ENG-1"]) await change(reference, "add");
    const before = order();
    assert.match(before, /Ash.*Birch.*Cedar/s);
    await change("ENG-2", "remove");
    assert.doesNotMatch(order(), /Birch/);
    await page.press("button", "Undo");
    assert.equal(order(), before);
  }));
