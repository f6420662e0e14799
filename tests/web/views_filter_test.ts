import assert from "node:assert/strict";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { archiveView } from "../../server/domain/saved_views/archive.ts";
import { createView } from "../../server/domain/saved_views/create.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("the page of views can be filtered by words in keys, names, and descriptions, active or archived", () =>
  withApp({}, async (app, { ada }) => {
    const { services } = app.world;
    const create = async (name: string, description?: string) =>
      parseJson((await perform(services, ada.member, createView, { name, description })).json).id;
    await create("Gates and hinges");
    await create("Locks", "Everything that needs Türöl");
    const viewId = await create("Old gates");
    await perform(services, ada.member, archiveView, { viewId });
    const visitor = await visit(app, ada.email);
    const named = async (query: string) => {
      const { html } = await visitor.get(`/workspace/views?${query}`);
      return ["Gates and hinges", "Locks", "Old gates"].filter((name) => html.includes(name));
    };
    assert.deepEqual(await named("q=gates"), ["Gates and hinges"]);
    assert.deepEqual(await named("q=gates+hin"), ["Gates and hinges"]);
    assert.deepEqual(await named("q=needs+turol"), ["Locks"]);
    assert.deepEqual(await named("q=nothing"), []);
    assert.deepEqual(await named("archived=1&q=gat"), ["Old gates"]);
    assert.deepEqual(await named("archived=1&q=locks"), []);
  }));
