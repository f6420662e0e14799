import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("an inbox is read, marked and emptied over REST", () =>
  withApp({}, async (app, { ada, chidi, task, workspaceId }) => {
    await task(ada, { assigneeId: chidi.member.profile.id });
    const path = `/workspaces/${workspaceId}/inbox`;
    const count = async () => (await call(app, `GET ${path}/count`, { as: chidi })).body.unread;
    const { body } = await call(app, `GET ${path}?unread=true`, { as: chidi });
    const [entry] = body.notifications;
    assert.deepEqual([entry.kind, entry.readAt, await count()], ["assignment", null, 1]);
    const patch = async (body: unknown) =>
      (await call(app, `PATCH ${path}/${entry.id}`, { as: chidi, body })).body.notification;
    assert.ok((await patch({ read: true })).readAt);
    assert.equal(await count(), 0);
    assert.equal((await patch({ read: false })).readAt, null);
    const all = await call(app, `POST ${path}/read-all`, { as: chidi });
    assert.deepEqual([all.body, await count()], [{ read: 1 }, 0]);
    assert.ok((await patch({ archived: true, read: true })).archivedAt);
    assert.deepEqual((await call(app, `GET ${path}`, { as: chidi })).body.notifications, []);
    const archived = await call(app, `GET ${path}?archived=true`, { as: chidi });
    assert.equal(archived.body.notifications.length, 1);
  }));

Deno.test("another's notification isn't there, and nonsense is refused", () =>
  withApp({}, async (app, { ada, bao, chidi, task, workspaceId }) => {
    await task(ada, { assigneeId: chidi.member.profile.id });
    const path = `/workspaces/${workspaceId}/inbox`;
    const { id } = (await call(app, `GET ${path}`, { as: chidi })).body.notifications[0];
    const body = { read: true };
    const refusals = [
      [`GET ${path}`, {}, 401],
      [`PATCH ${path}/${id}`, { as: bao, body }, 404],
      [`PATCH ${path}/note_1`, { as: chidi, body }, 404],
      [`PATCH ${path}/${id}`, { as: chidi, body: {} }, 422],
      [`PATCH ${path}/${id}`, { as: chidi, body: { read: "yes" } }, 422],
      [`PATCH ${path}/${id}`, { as: chidi, body: { seen: true } }, 422],
      [`GET ${path}?unread=maybe`, { as: chidi }, 422],
      [`GET ${path}?cursor=x`, { as: chidi }, 422],
      [`POST ${path}/read-all`, { as: chidi, body }, 422],
    ] as const;
    for (const [request, sent, status] of refusals) {
      assert.equal((await call(app, request, sent)).status, status, request);
    }
    const [entry] = (await call(app, `GET ${path}`, { as: chidi })).body.notifications;
    assert.equal(entry.readAt, null);
  }));
