import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("a comment is created, read, changed, and deleted over REST", () =>
  withApp({}, async (app, { ada, esra, task, workspaceId }) => {
    await task(ada);
    const path = `/workspaces/${workspaceId}/tasks/ENG-1/comments`;
    const made = await call(app, `POST ${path}`, { as: esra, body: { body: "Well *done*." } });
    assert.equal(made.status, 201);
    const { id } = made.body.comment;
    assert.equal(made.headers.get("location"), `/api/v1${path}/${id}`);
    const list = await call(app, `GET ${path}`, { as: ada });
    assert.deepEqual(list.body, { comments: [made.body.comment], nextCursor: null });
    const headers = { "if-match": made.headers.get("etag")! };
    const sent = { as: esra, body: { body: "Well done!" }, headers };
    const changed = await call(app, `PATCH ${path}/${id}`, sent);
    assert.deepEqual([changed.status, changed.body.comment.body], [200, "Well done!"]);
    assert.equal((await call(app, `PATCH ${path}/${id}`, sent)).status, 412);
    assert.equal((await call(app, `DELETE ${path}/${id}`, { as: esra, headers })).status, 412);
    assert.equal((await call(app, `DELETE ${path}/${id}`, { as: ada })).status, 204);
    assert.deepEqual((await call(app, `GET ${path}`, { as: ada })).body.comments, []);
  }));

Deno.test("comment requests refuse people without permission and invalid input", () =>
  withApp({}, async (app, { ada, dina, frode, task, workspaceId }) => {
    await task(ada);
    const path = `/workspaces/${workspaceId}/tasks/ENG-1/comments`;
    const body = { body: "Hello" };
    const { id } = (await call(app, `POST ${path}`, { as: ada, body })).body.comment;
    const refusals = [
      [`POST ${path}`, { body }, 401],
      [`POST ${path}`, { as: dina, body }, 403],
      [`POST ${path}`, { as: frode, body }, 404],
      [`POST ${path.replace("ENG-1", "ENG-9")}`, { as: ada, body }, 404],
      [`POST ${path}`, { as: ada, body: {} }, 422],
      [`POST ${path}`, { as: ada, body: { ...body, author: "me" } }, 422],
      [`GET ${path}?order=newest`, { as: ada }, 422],
      [`GET ${path}?limit=251`, { as: ada }, 422],
      [`PATCH ${path}/${id}`, { as: dina, body }, 403],
      [`PATCH ${path}/com_1`, { as: ada, body }, 404],
      [`DELETE ${path}/${id}`, { as: dina }, 403],
    ] as const;
    for (const [request, sent, status] of refusals) {
      assert.equal((await call(app, request, sent)).status, status, request);
    }
    assert.equal((await call(app, `GET ${path}`, { as: ada })).body.comments.length, 1);
  }));

Deno.test("only the author can save, read, list, and discard a draft comment over REST", () =>
  withApp({}, async (app, { ada, esra, frode, task, workspaceId }) => {
    await task(ada);
    const inside = `/workspaces/${workspaceId}`;
    const path = `${inside}/tasks/ENG-1/unsent-comment`;
    const body = { body: "Half a thought" };
    assert.equal((await call(app, `GET ${path}`, { as: esra })).status, 404);
    const kept = await call(app, `PUT ${path}`, { as: esra, body });
    assert.deepEqual([kept.status, kept.body.unsentComment.body], [200, body.body]);
    const found = await call(app, `GET ${path}`, { as: esra });
    assert.deepEqual(found.body, kept.body);
    const list = (as: typeof ada) => call(app, `GET ${inside}/unsent-comments`, { as });
    const unsentComments = [kept.body.unsentComment];
    assert.deepEqual((await list(esra)).body, { unsentComments, nextCursor: null });
    assert.deepEqual((await list(ada)).body.unsentComments, []);
    assert.equal((await call(app, `GET ${path}`, { as: ada })).status, 404);
    assert.equal((await call(app, `PUT ${path}`, { as: frode, body })).status, 404);
    const { comments } = (await call(app, `GET ${inside}/tasks/ENG-1`, { as: ada })).body.task;
    assert.deepEqual(comments, []);

    const headers = { "if-match": kept.headers.get("etag")! };
    const more = await call(app, `PUT ${path}`, { as: esra, body: { body: "A whole" }, headers });
    assert.equal(more.status, 200);
    const late = { as: esra, body: { body: "Another" }, headers };
    assert.equal((await call(app, `PUT ${path}`, late)).status, 412);
    assert.equal((await call(app, `DELETE ${path}`, { as: esra, headers })).status, 412);
    assert.equal((await call(app, `DELETE ${path}`, { as: ada })).status, 204);
    assert.equal((await call(app, `GET ${path}`, { as: esra })).status, 200, "not another's");
    const unsentVersion = more.body.unsentComment.version;
    const said = { as: esra, body: { body: "A whole one", unsentVersion } };
    assert.equal((await call(app, `POST ${inside}/tasks/ENG-1/comments`, said)).status, 201);
    assert.equal((await call(app, `GET ${path}`, { as: esra })).status, 404);
  }));
