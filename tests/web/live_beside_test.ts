import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import { listen } from "../support/listening.ts";

Deno.test("pages of related tasks get a live event when a task is archived, published, or moved", () =>
  withApp({}, async (app, cast) => {
    const inside = `/workspaces/${cast.workspaceId}/tasks`;
    const parent = await cast.task(cast.ada);
    const child = await cast.task(cast.ada, { parentId: parent.id });
    const shown = await cast.task(cast.ada);
    const draft = await cast.task(cast.ada, { draft: true });
    await call(app, `PUT ${inside}/${draft.id}/relations/relatesTo/${shown.id}`, { as: cast.ada });
    const patch = (body: object) =>
      call(app, `PATCH ${inside}/${draft.id}`, { as: cast.ada, body });
    await using esra = await listen(app, await browserCookie(app.world, cast.esra.email));
    await call(app, `DELETE ${inside}/${parent.id}`, { as: cast.ada });
    assert.ok((await esra.topics()).includes(`task:${child.id}`));
    await patch({ draft: false });
    assert.ok((await esra.topics()).includes(`task:${shown.id}`));
    await patch({ teamId: cast.teams.ppl });
    assert.ok((await esra.topics()).includes(`task:${shown.id}`));
  }));
