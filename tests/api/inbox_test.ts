import assert from "node:assert/strict";
import { call, withApp } from "../support/app.ts";

Deno.test("an inbox is read, marked, and emptied over REST", () =>
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
    assert.deepEqual([all.body.read, await count()], [1, 0]);
    const again = { as: chidi, body: { readAt: all.body.readAt } };
    assert.equal((await call(app, `POST ${path}/unread-all`, again)).status, 204);
    assert.equal(await count(), 1);
    assert.ok((await patch({ archived: true, read: true })).archivedAt);
    assert.deepEqual((await call(app, `GET ${path}`, { as: chidi })).body.notifications, []);
    const archived = await call(app, `GET ${path}?archived=true`, { as: chidi });
    assert.equal(archived.body.notifications.length, 1);
  }));

Deno.test("another person's notification isn't found, and invalid input is refused", () =>
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
      [`PATCH ${path}/${id}`, { as: chidi, body: { snoozedUntil: "yesterday" } }, 422],
      [`PATCH ${path}/${id}`, { as: chidi, body: { snoozedUntil: "soon" } }, 422],
      [`POST ${path}/unread-all`, { as: chidi, body: { readAt: "now" } }, 422],
      [`PUT ${path}/${id}/follow`, { as: bao }, 404],
      [`GET ${path}?reason=boredom`, { as: chidi }, 422],
      [`GET ${path}?archived=true&snoozed=true`, { as: chidi }, 422],
      [`GET ${path}?unread=maybe`, { as: chidi }, 422],
      [`GET ${path}?cursor=x`, { as: chidi }, 422],
      [`POST ${path}/read-all`, { as: chidi, body }, 422],
      [`POST ${path}/read-all`, { as: chidi, body: { reason: [] } }, 422],
    ] as const;
    for (const [request, sent, status] of refusals) {
      assert.equal((await call(app, request, sent)).status, status, request);
    }
    const [entry] = (await call(app, `GET ${path}`, { as: chidi })).body.notifications;
    assert.equal(entry.readAt, null);
  }));

Deno.test("an entry is snoozed, counted by its reason, and unfollowed over REST", () =>
  withApp({}, async (app, { ada, chidi, world, task, workspaceId }) => {
    const { reference } = await task(ada, { assigneeId: chidi.member.profile.id });
    const path = `/workspaces/${workspaceId}/inbox`;
    const ask = (request: string, body?: unknown) => call(app, request, { as: chidi, body });
    const [entry] = (await ask(`GET ${path}?reason=mention,assignment`)).body.notifications;
    assert.deepEqual([entry.reason, entry.snoozedUntil], ["assignment", null]);
    assert.deepEqual((await ask(`GET ${path}?reason=mention`)).body.notifications, []);
    const snoozed = await ask(`PATCH ${path}/${entry.id}`, { snoozedUntil: "3h" });
    const { snoozedUntil } = snoozed.body.notification;
    assert.equal(Date.parse(snoozedUntil) - world.clock.now().getTime(), 3 * 3_600_000);
    const { counts } = (await ask(`GET ${path}/counts`)).body;
    assert.deepEqual([counts.unread, counts.snoozed, counts.reasons.assignment], [0, 1, 0]);
    assert.equal((await ask(`GET ${path}?snoozed=true`)).body.notifications.length, 1);
    const back = await ask(`PATCH ${path}/${entry.id}`, { snoozedUntil: null });
    assert.equal(back.body.notification.snoozedUntil, null);
    assert.equal((await ask(`GET ${path}/counts`)).body.counts.reasons.assignment, 1);
    const follows = async () =>
      (await ask(`GET /workspaces/${workspaceId}/tasks/${reference}`)).body.task.followers
        .some(({ id }: { id: string }) => id === chidi.member.profile.id);
    assert.equal((await ask(`DELETE ${path}/${entry.id}/follow`)).status, 204);
    assert.equal(await follows(), false);
    assert.equal((await ask(`PUT ${path}/${entry.id}/follow`)).status, 204);
    assert.equal(await follows(), true);
  }));
