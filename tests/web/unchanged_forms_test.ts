import assert from "node:assert/strict";
import { createComment } from "../../server/domain/comments/create.ts";
import { perform } from "../../server/domain/core/operation.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { createTestApp } from "../support/app.ts";
import { trail } from "../support/snapshot.ts";
import { visit } from "../support/visitor.ts";
import { populate } from "../gates/support/full_cast.ts";

const path = "/workspace/tasks/ENG-2";

Deno.test("a form that is sent without changes leaves no trace", async (t) => {
  await using app = await createTestApp();
  const { ids, ada, world } = await populate(app.world);
  const visitor = await visit(app, ada.email);
  const said = { taskId: "ENG-2", body: "On it" };
  const comment = parseJson(
    (await perform(world.services, ada.member, createComment, said)).json,
  );
  const versionOf = async (table: "tasks" | "comments", id: string) =>
    String(
      (await world.database.read.selectFrom(table).select("version").where("id", "=", id)
        .executeTakeFirstOrThrow()).version,
    );
  const task = (form: Record<string, string>) => async () =>
    await visitor.post(path, { ...form, version: await versionOf("tasks", ids.otherTask!) });
  const forms: [what: string, send: () => ReturnType<typeof visitor.post>][] = [
    ["a title", task({ editing: "title", title: "  Oil the  gate\t" })],
    ["a description", task({ editing: "description", description: "One\r\nTwo" })],
    ["a status", task({ status: "progressed" })],
    ["a priority", task({ priority: "high" })],
    ["an assignee", task({ assigneeId: "me" })],
    ["a deadline", task({ deadlineAt: "2026-12-03" })],
    ["a parent", task({ parentId: "eng-1" })],
    ["a project", task({ projectId: ids.project! })],
    ["a milestone", task({ milestoneId: ids.milestone! })],
    ["a team", task({ teamId: "sup" })],
    ["archiving", task({ act: "archive" })],
    ["restoring", task({ act: "restore" })],
    ["a comment", async () =>
      await visitor.post(`${path}/comments/${comment.id}`, {
        body: "Off\r\nit",
        version: await versionOf("comments", comment.id),
      })],
    ["preferences", () => visitor.post("/workspace/settings/preferences", { theme: "dark" })],
  ];
  for (const [what, send] of forms) {
    await t.step(what, async () => {
      const before = await trail(world.database);
      assert.equal((await send()).status, 303);
      const after = await trail(world.database);
      assert.notDeepEqual(after, before, "nothing was changed");
      world.clock.advance({ seconds: 1 });
      assert.equal((await send()).status, 303);
      assert.deepEqual(await trail(world.database), after);
    });
  }
});
