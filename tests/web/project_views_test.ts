import assert from "node:assert/strict";
import { planner } from "../support/projects.ts";
import { withApp } from "../support/app.ts";
import { titles } from "../support/listed.ts";
import { visit } from "../support/visitor.ts";

Deno.test("a list of projects is saved as a view, changed, saved again, and reset", () =>
  withApp({}, async (app, cast) => {
    const { project } = planner(cast);
    await project(cast.ada, { name: "Harbour wall", status: "active", priority: "high" });
    await project(cast.ada, { name: "Lighthouse", status: "planned" });
    const visitor = await visit(app, cast.ada.email);
    const { html: list } = await visitor.get("/workspace/projects?status=active&group=priority");
    assert.match(list, /href="\/workspace\/views\/projects\/new\?[^"]*" data-menu="save-view"/);
    const query = "status=active&group=priority";
    const form = { name: "Under way", description: "", whose: "personal", query };
    const saved = await visitor.post("/workspace/views/projects/new", form);
    const view = saved.headers.get("location")!;
    assert.match(view, /^\/workspace\/project-view\/under-way/);
    const { html } = await visitor.get(view);
    assert.deepEqual(titles(html), ["Harbour wall"]);
    assert.match(html, /id="group-high"/);
    assert.doesNotMatch(html, /Not saved/);
    assert.match(html, /<a class="button bar-new" href="\/workspace\/projects\/new"/);
    const away = /id="chip-remove-status" href="([^"]+)"/.exec(html)![1]!.replaceAll("&amp;", "&");
    assert.equal(away, `${view}?since=1&group=priority`);
    const changed = (await visitor.get(away)).html;
    assert.deepEqual(titles(changed), ["Harbour wall", "Lighthouse"]);
    assert.match(changed, /Not saved/);
    const search = /name="query" value="([^"]+)"/.exec(changed)![1]!.replaceAll("&amp;", "&");
    const put = await visitor.part("POST", view, away, {
      act: "save",
      query: search,
      version: "1",
    });
    assert.equal(put.status, 200, put.html);
    assert.equal(titles((await visitor.get(view)).html).length, 2);
    await visitor.post(view, { act: "undo" });
    assert.deepEqual(titles((await visitor.get(view)).html), ["Harbour wall"]);
  }));

Deno.test("views of projects are listed beside views of tasks, and each list links to its page", () =>
  withApp({}, async (app, cast) => {
    const visitor = await visit(app, cast.ada.email);
    const hub = "/workspace/views/projects";
    assert.match((await visitor.get(hub)).html, /No project views yet/);
    const form = { name: "At risk", description: "", whose: "workspace", query: "health=atRisk" };
    const view = (await visitor.post(`${hub}/new`, form)).headers.get("location")!;
    const { html } = await visitor.get(hub);
    assert.match(html, new RegExp(`class="row-title" href="${view}"`));
    assert.match(html, /List by status: Health is At risk/);
    assert.match(html, new RegExp(`href="${view}/actions"`));
    assert.deepEqual(titles((await visitor.get("/workspace/views")).html), []);
    const menu = (await visitor.part("GET", `${view}/actions`, hub)).html;
    for (const act of ["favorite", "subscribe", "archive"]) {
      assert.match(menu, new RegExp(`name="act" value="${act}"`));
    }
    await visitor.post(view, { act: "favorite" });
    assert.match((await visitor.get(hub)).html, new RegExp(`class="side-link" href="${view}"`));
    await visitor.post(view, { act: "archive" });
    assert.match((await visitor.get(view)).html, /This view is archived/);
    assert.deepEqual(titles((await visitor.get(`${hub}?archived=1`)).html), ["At risk"]);
  }));

Deno.test("a view whose filter's record is missing says so, and offers the list without the filter", () =>
  withApp({}, async (app, cast) => {
    const { project } = planner(cast);
    await project(cast.ada, { name: "Harbour wall", priority: "high" });
    const visitor = await visit(app, cast.ada.email);
    const query = `teamId=${cast.teams.ppl}&priority=high`;
    const form = { name: "Quays", description: "", whose: "workspace", query };
    const saved = await visitor.post("/workspace/views/projects/new", form);
    const view = saved.headers.get("location")!;
    assert.deepEqual(titles((await visitor.get(view)).html), []);
    const { html } = await (await visit(app, cast.chidi.email)).get(view);
    assert.match(html, /Filter value not found/);
    assert.match(html, /Team [^<]* not found\. The record might have a new name/);
    const [, without] = /href="([^"]+)">Remove this filter/.exec(html)!;
    const href = without!.replaceAll("&amp;", "&");
    assert.match(href, new RegExp(`^${view}\\?since=1&priority=high`));
    const list = await (await visit(app, cast.chidi.email)).get(href);
    assert.deepEqual(titles(list.html), ["Harbour wall"]);
  }));
