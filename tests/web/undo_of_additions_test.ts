import assert from "node:assert/strict";
import { parseJson } from "../../server/domain/core/json.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("what is added to a task's page, and that one follows it, are taken back by their Undo", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, world: { services } } = cast;
    const { id } = await cast.task(chidi);
    const page = "/workspace/tasks/ENG-1";
    const visitor = await visit(app, ada.email);
    const read = async () => {
      const task = parseJson((await perform(services, ada.member, findTask, { taskId: id })).json);
      return [task.resources.length, task.approvals.length, task.followers.length];
    };
    const before = await read();
    const acts: [string, Record<string, string>][] = [
      [`${page}/links`, { url: "https://example.com/a" }],
      [`${page}/approvals`, { approverId: chidi.member.profile.id, body: "May I?" }],
      [page, { act: "follow" }],
    ];
    for (const [path, form] of acts) {
      const { html } = await visitor.part("POST", path, page, form);
      assert.notDeepEqual(await read(), before, path);
      const undo =
        /<form method="post" action="([^"]+)"[^>]*>\s*<button[^>]* name="(\w+)" value="(\w+)"[^>]*data-undo/
          .exec(html);
      assert.ok(undo, html.slice(-1500));
      await visitor.part("POST", undo[1]!, page, { [undo[2]!]: undo[3]! });
      assert.deepEqual(await read(), before, path);
    }
  }));
