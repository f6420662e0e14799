import assert from "node:assert/strict";
import type { z } from "zod";
import { createApproval } from "../../server/domain/approvals/create.ts";
import { createComment } from "../../server/domain/comments/create.ts";
import type { Member } from "../../server/domain/core/actor.ts";
import { parseJson } from "../../server/domain/core/json.ts";
import { type Mutation, perform } from "../../server/domain/core/operation.ts";
import { addRelation } from "../../server/domain/relations/add.ts";
import { createProject } from "../../server/domain/projects/create.ts";
import { createResource } from "../../server/domain/resources/create.ts";
import { findTask } from "../../server/domain/tasks/find.ts";
import { updateTask } from "../../server/domain/tasks/update.ts";
import { withApp } from "../support/app.ts";
import { visit } from "../support/visitor.ts";

Deno.test("Undo reverts additions, edits, and removals on a task's page, and following and unfollowing", () =>
  withApp({}, async (app, cast) => {
    const { ada, chidi, world: { services } } = cast;
    const { id } = await cast.task(chidi);
    const page = "/workspace/tasks/ENG-1";
    const visitor = await visit(app, ada.email);
    const read = async () => {
      const task = parseJson((await perform(services, ada.member, findTask, { taskId: id })).json);
      const followers = task.followers.filter((one) => one.id !== chidi.member.profile.id).length;
      return JSON.stringify([
        task.comments.map(({ body }) => body),
        task.resources.map(({ url, title }) => [url, title]),
        task.relations.map(({ kind, task }) => [kind, task.reference]),
        task.approvals.map(({ body }) => body),
        followers,
      ]);
    };
    const made = async (operation: Mutation<Member, z.ZodType, { id: string }>, input: object) =>
      (await perform(services, ada.member, operation, { taskId: id, ...input })).id;
    await cast.task(chidi);
    const comment = `${page}/comments/${await made(createComment, { body: "Oil it." })}`;
    const url = "https://example.com/plan";
    const link = `${page}/links/${await made(createResource, { url })}`;
    const esra = cast.esra.member.profile.id;
    const asked = await made(createApproval, { approverId: esra, body: "Order hinges?" });
    const other = await cast.task(chidi);
    const related = { taskId: id, kind: "blocks", otherId: other.id };
    await perform(services, ada.member, addRelation, related);
    const before = await read();
    const acts: [string, Record<string, string>][] = [
      [`${page}/links`, { url: "https://example.com/a" }],
      [`${page}/approvals`, { approverId: chidi.member.profile.id, body: "May I?" }],
      [`${page}/relations/relatesTo`, { otherId: "ENG-2" }],
      [`${page}/comments`, { body: "I begin." }],
      [comment, { body: "Grease it.", version: "1" }],
      [comment, { delete: "1" }],
      [link, { url: "https://example.com/elsewhere", title: "Elsewhere", version: "1" }],
      [link, { act: "remove" }],
      [`${page}/relations/blocks/ENG-3`, { act: "remove" }],
      [`${page}/approvals/${asked}`, { act: "withdraw" }],
      [page, { act: "unfollow" }],
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

Deno.test("adding sub-tasks on a task's page uses the task's team and project, and an outdated list is refused", () =>
  withApp({}, async (app, cast) => {
    const { ada, world: { services } } = cast;
    const { id: projectId } = await perform(services, ada.member, createProject, { name: "Gate" });
    const { id: taskId, version } = await cast.task(ada, { projectId, description: "- Oil it" });
    const page = "/workspace/tasks/ENG-1";
    const visitor = await visit(app, ada.email);
    await visitor.part("POST", page, page, { act: "addSubTask", title: "Buy oil" });
    const find = async (taskId: string) =>
      parseJson((await perform(services, ada.member, findTask, { taskId })).json);
    const child = await find("ENG-2");
    assert.deepEqual([child.projectId, child.parentId, child.teamId], [
      projectId,
      taskId,
      cast.teams.eng,
    ]);
    const patch = { description: "- Grease it" };
    await perform(services, ada.member, updateTask, { taskId, patch });
    const lines = { description: "- Oil it", from: "1", to: "1", version: `${version}` };
    const late = await visitor.part("POST", page, page, { editing: "sub-tasks", ...lines });
    assert.equal(late.status, 412);
    assert.equal((await find(taskId)).description, "- Grease it");
  }));
