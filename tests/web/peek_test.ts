import assert from "node:assert/strict";
import type { Cast } from "../support/cast.ts";
import { type TestApp, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";
import { testOrigin } from "../support/world.ts";

/** Which places of a page an answer fills. */
const placesIn = (html: string) =>
  [...html.matchAll(/<hx-partial hx-target="([^"]+)"/g)].map(([, target]) => target);

const list = "/workspace/tasks";
const headersOf = (peek: string, target = "body") => ({
  "hx-request": "true",
  "hx-request-type": "partial",
  "hx-target": target,
  "hx-current-url": testOrigin + list,
  "backlog-peek": peek,
});

/** Ada's task in Engineering and one of the private team People, and a browser of Chidi, who sees the first alone. */
async function stage(app: TestApp, { ada, chidi, task }: Cast) {
  await task(ada, { title: "Mend the gate" });
  await task(ada, { title: "A secret", teamId: "PPL" });
  return await visit(app, chidi.email);
}

Deno.test("a task's page requested for the panel returns only the panel", () =>
  withApp({}, async (app, cast) => {
    const visitor = await stage(app, cast);
    const { status, html } = await visitor.get(`${list}/ENG-1`, headersOf("", "div#peek"));
    assert.equal(status, 200);
    assert.deepEqual(placesIn(html), ["#peek-tools", "#peek-page"]);
    assert.match(html, /data-peeked-at="\/workspace\/tasks\/ENG-1"/);
    assert.doesNotMatch(html, /id="main"|<title>/);
  }));

Deno.test("missing and hidden records give the same message in the panel", () =>
  withApp({}, async (app, cast) => {
    const visitor = await stage(app, cast);
    for (const reference of ["PPL-1", "ENG-99"]) {
      const path = `${list}/${reference}`;
      const { status, html } = await visitor.get(path, headersOf("", "div#peek"));
      assert.equal(status, 404);
      assert.deepEqual(placesIn(html), ["#peek-tools", "#peek-page"]);
      assert.doesNotMatch(html, /secret/);
      const done = await visitor.post(`${list}/ENG-1`, { priority: "high" }, headersOf(path));
      assert.equal(done.status, 200, "what is done beside it is done");
      assert.doesNotMatch(done.html, /secret/);
    }
  }));

Deno.test("the response to a change contains the list and the panel, with its open forms", () =>
  withApp({}, async (app, cast) => {
    const visitor = await stage(app, cast);
    const peek = `${list}/ENG-1?add=sub-task`;
    const { html } = await visitor.post(`${list}/ENG-1`, { priority: "high" }, headersOf(peek));
    const places = ["#bar", "#main", "#live-main", "#peek-tools", "#peek-page", "#toasts"];
    assert.deepEqual(placesIn(html), places);
    assert.match(html, /data-peeked-at="\/workspace\/tasks\/ENG-1\?add=sub-task"/);
    assert.match(html, /id="new-sub-task"/);
    const editing = `${list}/ENG-1?edit=title`;
    const form = { editing: "title", title: "Mend the fence", version: "2" };
    const saved = await visitor.post(`${list}/ENG-1`, form, headersOf(editing));
    assert.match(saved.html, /data-peeked-at="\/workspace\/tasks\/ENG-1"/, "its form is closed");
    assert.doesNotMatch(saved.html, /<a href="[^"]*ENG-1"[^>]*>Open/);
  }));

Deno.test("a rejected form stays in the panel with its text, and the list doesn't change", () =>
  withApp({}, async (app, cast) => {
    const visitor = await stage(app, cast);
    const form = { editing: "title", title: "Mine", version: "0" };
    const peek = `${list}/ENG-1?edit=title`;
    const { status, html } = await visitor.post(`${list}/ENG-1`, form, headersOf(peek));
    assert.equal(status, 412);
    assert.deepEqual(placesIn(html), ["#peek-tools", "#peek-page"]);
    assert.match(html, />Mine</);
  }));

Deno.test("the panel shows no other pages, and no pages of other servers", () =>
  withApp({}, async (app, cast) => {
    const visitor = await stage(app, cast);
    for (const peek of ["/workspace/inbox", "https://example.com/", "//x/y", "", "/%ff", "\\"]) {
      const form = { priority: "high" };
      const { status, html } = await visitor.post(`${list}/ENG-1`, form, headersOf(peek));
      assert.deepEqual([peek, status], [peek, 200]);
      assert.deepEqual(placesIn(html).filter((place) => place?.startsWith("#peek")), []);
    }
    const menu = await visitor.get(`${list}/ENG-1/actions`, headersOf(""));
    assert.match(menu.html, /data-peek/);
    const inside = await visitor.get(`${list}/ENG-1/actions`, headersOf(`${list}/ENG-1`));
    assert.doesNotMatch(inside.html, /data-peek/);
  }));
