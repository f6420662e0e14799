import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { changesOnly } from "../support/snapshot.ts";

Deno.test("one request creates a task with links and relations, and a retry creates nothing", () =>
  withApp({}, async (app, cast) => {
    const { ada, task, teams, workspaceId } = cast;
    await task(ada);
    const create = () =>
      call(app, `POST /workspaces/${workspaceId}/tasks`, {
        as: ada,
        headers: { "idempotency-key": "key-1" },
        body: {
          title: "Mend the gate",
          teamId: teams.eng,
          resources: [{ url: "https://example.com/spec", title: "Spec" }],
          relations: [{ kind: "blocks", taskId: "ENG-1" }],
        },
      });
    const first = await create();
    assert.equal(first.status, 201);
    const { resources, relations } = first.body.task;
    assert.deepEqual([resources[0].title, resources[0].url], ["Spec", "https://example.com/spec"]);
    assert.deepEqual([relations[0].kind, relations[0].task.reference], ["blocks", "ENG-1"]);
    await changesOnly(app.world.database, [], async () => {
      assert.deepEqual((await create()).body, first.body);
    });
  }));
