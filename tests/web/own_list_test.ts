import assert from "node:assert/strict";
import { myTasksPath } from "../../views/paths.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test('an empty "My tasks" list explains what appears there, unless it is filtered', () =>
  withApp({}, async (app, cast) => {
    const visitor = await visit(app, cast.chidi.email);
    for (const path of [myTasksPath, `${myTasksPath}&layout=board`]) {
      const { html } = await visitor.get(path);
      assert.match(html, /No tasks assigned to you/);
      assert.match(
        html,
        /href="[^"]*compose\?assigneeId=me[^"]*"[^>]*>Create task for yourself</,
      );
      assert.match(html, /href="[^"]*assigneeId=none[^"]*">Show unassigned tasks</);
    }
    for (const more of ["&priority=urgent", "&q=gate", "&archived=true"]) {
      const { html } = await visitor.get(myTasksPath + more);
      assert.doesNotMatch(html, /No tasks assigned to you/, more);
    }
  }));
