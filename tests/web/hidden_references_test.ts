import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { planner } from "../support/projects.ts";
import { changesOnly } from "../support/snapshot.ts";
import { visit } from "../support/visitor.ts";

Deno.test("setting none never removes a task from a hidden project or parent, in any interface", () =>
  withApp({}, async (app, cast) => {
    const { workspaceId, ada, chidi, teams } = cast;
    const plan = planner(cast);
    const project = await plan.project(ada, { name: "Salaries", teamIds: [teams.ppl] });
    const parent = await cast.task(ada, { title: "Salaries", teamId: teams.ppl });
    const { id } = await cast.task(chidi);
    await plan.patchTask(ada, id, { projectId: project.id, parentId: parent.id });
    const browser = await visit(app, chidi.email);
    const none = { projectId: null, milestoneId: null, parentId: null };
    await changesOnly(app.world.database, [], async () => {
      const sent = { as: chidi, body: none };
      const { status, body } = await call(
        app,
        `PATCH /workspaces/${workspaceId}/tasks/${id}`,
        sent,
      );
      assert.deepEqual([status, body.task.projectId, body.task.parentId], [200, null, null]);
      for (const field of Object.keys(none)) {
        const posted = await browser.post(`/workspace/tasks/${id}`, { [field]: "" });
        assert.equal(posted.status, 303, posted.html);
      }
    });
  }));
