import assert from "node:assert/strict";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("who may not see the roadmap is told which managers to ask, by name", () =>
  withApp({}, async (app, { ada, bao, chidi }) => {
    const asks = /make you the lead of a project: ([^<]*)\./;
    const refused = await (await visit(app, chidi.email)).get("/workspace/roadmap");
    assert.equal(refused.status, 403);
    const names = [ada, bao].map(({ member }) => member.profile.name);
    assert.equal(asks.exec(refused.html)?.[1], names.join(" or "));
    const shown = await (await visit(app, bao.email)).get("/workspace/roadmap");
    assert.equal(shown.status, 200);
    assert.doesNotMatch(shown.html, asks);
  }));
