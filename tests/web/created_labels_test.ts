import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

const task = "/workspace/tasks/ENG-1";

Deno.test("label menus offer to create a label only to people who can", () =>
  withApp({}, async (app, cast) => {
    await cast.task(cast.ada, { title: "Ash" });
    const menus = [`${task}/labels`, "/workspace/tasks/selected/labels?tasks=ENG-1"];
    for (const [person, may] of [[cast.ada, true], [cast.chidi, false]] as const) {
      const visitor = await visit(app, person.email);
      for (const path of menus) {
        const { html } = await visitor.get(path);
        assert.match(html, /value="[^"]+"[^>]*>.*?<span>Bug</s);
        assert.equal(/<button[^>]*hidden[^>]*data-makes="Create label"/.test(html), may, path);
        assert.equal(/<noscript>.*?<input name="makeLabel"/s.test(html), may, path);
      }
      const composer = await visitor.part(
        "GET",
        "/workspace/tasks/compose/labels",
        "/workspace/tasks",
      );
      assert.equal(composer.html.includes('data-makes="Create label"'), may);
    }
  }));

Deno.test("a label created in a menu appears in that menu", () =>
  withApp({}, async (app, cast) => {
    const { ada, workspaceId } = cast;
    await cast.task(ada, { title: "Ash" });
    const visitor = await visit(app, ada.email);
    const make = "/workspace/tasks/new-label";
    const menu = `${task}/labels`;
    const plain = await visitor.post(make, { makeLabel: " Night  shift ", menu });
    assert.deepEqual([plain.status, plain.headers.get("location")], [303, menu]);
    assert.match((await visitor.get(menu)).html, /<span>Night shift<\/span>/);
    const sent = await visitor.part("POST", make, "/workspace/tasks", {
      makeLabel: "Harbour",
      menu: "/workspace/tasks/compose/labels?title=Oak",
    });
    assert.match(sent.html, /Label Harbour created/);
    assert.match(sent.html, /hx-target="#menu".*<span>Harbour<\/span>/s);
    const twice = await visitor.part("POST", make, "/workspace/tasks", {
      makeLabel: "harbour",
      menu,
    });
    assert.equal(twice.status, 409);
    const away = await visitor.post(make, { makeLabel: "Away", menu: "https://example.com/" });
    assert.equal(away.headers.get("location"), "/workspace/tasks");
    const { body } = await call(app, `GET /workspaces/${workspaceId}/labels`, { as: ada });
    const harbour = body.labels.find(({ name }: { name: string }) => name === "Harbour");
    assert.equal(harbour.color, "gray");
  }));
