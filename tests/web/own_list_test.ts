import assert from "node:assert/strict";
import { myTasksPath } from "../../views/paths.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("an empty list of one's own says what comes there, and how, until it is narrowed further", () =>
  withApp({}, async (app, cast) => {
    const visitor = await visit(app, cast.chidi.email);
    for (const path of [myTasksPath, `${myTasksPath}&layout=board`]) {
      const { html } = await visitor.get(path);
      assert.match(html, /Nothing is assigned to you/);
      assert.match(
        html,
        /href="[^"]*compose\?assigneeId=me[^"]*"[^>]*>Create a task for yourself</,
      );
      assert.match(html, /href="[^"]*assigneeId=none[^"]*">See what nobody has taken</);
    }
    for (const more of ["&priority=urgent", "&q=gate", "&archived=true"]) {
      const { html } = await visitor.get(myTasksPath + more);
      assert.doesNotMatch(html, /Nothing is assigned to you/, more);
    }
  }));
