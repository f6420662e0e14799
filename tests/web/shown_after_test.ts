import assert from "node:assert/strict";
import { findTask } from "../../server/domain/tasks/find.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("a successful change is never reported as refused, whatever page requested it", () =>
  withApp({}, async (app, { ada, task, teams }) => {
    await task(ada);
    const visitor = await visit(app, ada.email);
    const priority = async () =>
      parseJson((await perform(app.world.services, ada.member, findTask, { taskId: "ENG-1" })).json)
        .priority;
    const pages = [
      "/workspace/tasks/ENG-99",
      "/workspace/tasks/%01",
      "/workspace/tasks/%ff",
      "/workspace/tasks?cursor=x",
      "/workspace/tasks?group=x&sort=x&order=x",
      "/workspace/tasks?deadlineBefore=x",
      "/workspace/tasks?status=%01&assignee=%01&label=%01&q=%01",
    ];
    for (const [at, page] of pages.entries()) {
      const chosen = at % 2 ? "high" : "low";
      const changed = await visitor.part("POST", "/workspace/tasks/ENG-1", page, {
        priority: chosen,
      });
      assert.deepEqual([page, changed.status, await priority()], [page, 200, chosen]);
      const form = { title: page, teamId: teams.eng };
      const made = await visitor.part("POST", "/workspace/tasks", page, form);
      assert.deepEqual([page, made.status], [page, 200]);
      const archived = await visitor.part("POST", `/workspace/tasks/ENG-${at + 2}`, page, {
        act: "archive",
      });
      assert.deepEqual([page, archived.status], [page, 200]);
    }
  }));
