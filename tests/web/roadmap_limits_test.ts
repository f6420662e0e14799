import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { MOST_FOLDED } from "../../server/domain/preferences/schema.ts";
import { updatePreferences } from "../../server/domain/preferences/update.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { addDependency } from "../../server/domain/projects/dependencies.ts";
import { withApp } from "../support/app.ts";
import { memberOf } from "../support/sign_in.ts";
import { visit } from "../support/visitor.ts";

const words = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

Deno.test("the roadmap can show the last possible months", () =>
  withApp({}, async (app, { world, ada }) => {
    const input = { name: "The end", startDate: "9999-12-01", targetDate: "9999-12-31" };
    await perform(world.services, ada.member, createProject, input);
    const browser = await visit(app, ada.email);
    for (const from of ["9998-01", "9998-02", "9999-12"]) {
      const { status, html } = await browser.get(`/workspace/roadmap?from=${from}`);
      assert.equal(status, 200, from);
      assert.match(words(html), /The end/);
    }
  }));

Deno.test("a roadmap whose filter names a missing record says so, and links to all projects", () =>
  withApp({}, async (app, cast) => {
    const browser = await visit(app, cast.ada.email);
    const { status, html } = await browser.get(`/workspace/roadmap?teamId=${cast.teams.els}`);
    assert.equal(status, 200);
    assert.match(words(html), new RegExp(`Team ${cast.teams.els} not found`));
    assert.match(html, /href="\/workspace\/roadmap">Reset roadmap/);
  }));

Deno.test("if many projects move together, the messages for the move and for its undo each name five", () =>
  withApp({}, async (app, { world, ada }) => {
    for (let n = 1; n <= 8; n++) {
      const input = { name: `Part ${n}`, key: `P${n}`, targetDate: "2027-01-04" };
      const { json } = await perform(world.services, ada.member, createProject, input);
      const projectId = parseJson(json).id;
      const after = { projectId, otherId: "P1" };
      if (n > 1) await perform(world.services, ada.member, addDependency, after);
    }
    const browser = await visit(app, ada.email);
    const form = { targetDate: "2027-01-08", version: "20", carry: "on" };
    const ask = (path: string, form: Record<string, string>) =>
      browser.part("POST", path, "/workspace/roadmap", form);
    const { html } = await ask("/workspace/projects/P1/dates", form);
    assert.match(words(html), /(P\d, ){4}P\d and 2 more moved too/);
    const [, undo] = /action="([^"]+)"[^>]*><button[^>]*data-undo/.exec(html)!;
    const back = words((await ask(undo!, { act: "undo" })).html);
    assert.match(back, /Undone: changes to (P\d, ){4}P\d and 3 more/);
  }));

Deno.test("beyond the limit of stored collapsed groups, a new one replaces the oldest", () =>
  withApp({}, async (app, { world, ada, workspaceId }) => {
    const folded = Array.from({ length: MOST_FOLDED }, (_, n) => `lead-${n}`);
    const lists = [{ list: "roadmap", folded }];
    await perform(world.services, ada.member, updatePreferences, { lists });
    const browser = await visit(app, ada.email);
    const { status } = await browser.post("/workspace/roadmap/folds", { fold: "active" });
    assert.equal(status, 303);
    const { preferences } = await memberOf(world.services, ada.tokens.accessToken, workspaceId);
    assert.deepEqual(preferences.lists.find(({ list }) => list === "roadmap")?.folded, [
      ...folded.slice(1),
      "active",
    ]);
  }));
